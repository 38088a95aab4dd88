qingdanSearch("l-on",["onerror",{}])
