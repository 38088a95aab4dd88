qingdanSearch("search/en/l-im",["img",{}])
