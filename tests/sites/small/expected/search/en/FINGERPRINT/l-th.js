qingdanSearch("l-th",["the",{}])
