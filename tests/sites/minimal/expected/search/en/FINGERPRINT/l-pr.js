qingdanSearch("l-pr",["print product provid provinc",{}])
