qingdanSearch("search/de/l-99",["990122",{}])
