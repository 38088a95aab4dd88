qingdanSearch("l-ha.w3habgbkiu",["handl",{}])
