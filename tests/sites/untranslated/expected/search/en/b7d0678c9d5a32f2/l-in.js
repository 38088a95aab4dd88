qingdanSearch("l-in",["in",{}])
