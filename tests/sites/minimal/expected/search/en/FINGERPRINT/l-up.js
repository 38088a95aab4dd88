qingdanSearch("l-up",["up",{}])
