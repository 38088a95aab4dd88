qingdanSearch("l-of.rl76wr6x7v",["of",{}])
