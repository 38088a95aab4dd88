qingdanSearch("search/en/l-fo",["form",{}])
