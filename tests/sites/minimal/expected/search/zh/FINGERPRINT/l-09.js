qingdanSearch("l-09",["0999",{}])
