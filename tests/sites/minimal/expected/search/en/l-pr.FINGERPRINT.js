qingdanSearch("l-pr.gyevk5lz3p",["print product provid provinc",{}])
