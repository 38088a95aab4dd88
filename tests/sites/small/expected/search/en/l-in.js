qingdanSearch("search/en/l-in",["in instrument",{}])
