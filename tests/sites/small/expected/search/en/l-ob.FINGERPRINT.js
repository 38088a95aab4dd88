qingdanSearch("l-ob.yds54hoxzv",["obtain",{}])
