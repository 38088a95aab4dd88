qingdanSearch("search/en/l-ha",["handl",{}])
