qingdanSearch("search/zh/l-ja",["javascript",{}])
