qingdanSearch("search/en/l-th",["that the",{}])
