qingdanSearch("l-li",["liquor list",{}])
