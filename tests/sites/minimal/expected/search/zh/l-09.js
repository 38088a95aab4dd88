qingdanSearch("search/zh/l-09",["0999",{}])
