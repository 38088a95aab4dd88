qingdanSearch("search/zh/l-im",["img",{}])
