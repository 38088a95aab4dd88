qingdanSearch("l-in",["in instrument",{}])
