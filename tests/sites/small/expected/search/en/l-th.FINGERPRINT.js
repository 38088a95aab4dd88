qingdanSearch("l-th.4ph6aaumnp",["the",{}])
