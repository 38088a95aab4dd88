qingdanSearch("search/en/l-su",["supervision",{}])
