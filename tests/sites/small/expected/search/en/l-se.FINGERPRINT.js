qingdanSearch("l-se.3knhhnf3xh",["seal sell seller",{}])
