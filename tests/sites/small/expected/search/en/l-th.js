qingdanSearch("search/en/l-th",["the",{}])
