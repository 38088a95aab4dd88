qingdanSearch("l-sc",["scal",{}])
