qingdanSearch("l-la.mbuevom4zl",["law",{}])
