qingdanSearch("search/en/l-la",["law",{}])
