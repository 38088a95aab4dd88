qingdanSearch("search/en/l-ja",["javascript",{}])
