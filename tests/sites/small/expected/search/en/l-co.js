qingdanSearch("search/en/l-co",["count",{}])
