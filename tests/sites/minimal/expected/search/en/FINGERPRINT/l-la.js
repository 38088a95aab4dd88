qingdanSearch("l-la",["law",{}])
