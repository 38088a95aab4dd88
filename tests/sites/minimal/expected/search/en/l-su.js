qingdanSearch("search/en/l-su",["supervise supervision",{}])
