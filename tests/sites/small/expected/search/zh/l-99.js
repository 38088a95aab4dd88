qingdanSearch("search/zh/l-99",["990122",{}])
