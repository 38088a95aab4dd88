qingdanSearch("search/en/l-up",["up",{}])
