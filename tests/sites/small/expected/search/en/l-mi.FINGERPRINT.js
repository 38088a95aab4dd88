qingdanSearch("l-mi.xa5x35wu2c",["misusing",{}])
