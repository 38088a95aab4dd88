qingdanSearch("search/zh/l-on",["onerror",{}])
