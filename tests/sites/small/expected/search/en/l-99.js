qingdanSearch("search/en/l-99",["990122",{}])
