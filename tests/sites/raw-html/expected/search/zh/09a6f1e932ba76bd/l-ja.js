qingdanSearch("l-ja",["javascript",{}])
