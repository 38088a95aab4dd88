qingdanSearch("search/en/l-so",["so sold",{}])
