qingdanSearch("l-su",["supervision",{}])
