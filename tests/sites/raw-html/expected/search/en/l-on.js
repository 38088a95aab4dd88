qingdanSearch("search/en/l-on",["onerror",{}])
