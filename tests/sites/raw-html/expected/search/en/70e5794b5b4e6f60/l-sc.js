qingdanSearch("l-sc",["scal script",{}])
