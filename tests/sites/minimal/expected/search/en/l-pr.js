qingdanSearch("search/en/l-pr",["print product provid provinc",{}])
