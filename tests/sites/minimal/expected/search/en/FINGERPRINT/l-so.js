qingdanSearch("l-so",["so sold",{}])
