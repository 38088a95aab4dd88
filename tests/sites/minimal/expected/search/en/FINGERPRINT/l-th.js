qingdanSearch("l-th",["that the",{}])
