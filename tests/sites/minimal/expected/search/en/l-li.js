qingdanSearch("search/en/l-li",["liquor list",{}])
