qingdanSearch("search/en/l-on",["onc",{}])
