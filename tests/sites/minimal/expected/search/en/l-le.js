qingdanSearch("search/en/l-le",["lead",{}])
