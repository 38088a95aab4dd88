qingdanSearch("l-su",["supervise supervision",{}])
