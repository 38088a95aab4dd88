qingdanSearch("l-is.gkeyszchlg",["is",{}])
