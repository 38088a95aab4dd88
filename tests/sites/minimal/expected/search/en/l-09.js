qingdanSearch("search/en/l-09",["0999",{}])
