qingdanSearch("l-im",["img",{}])
