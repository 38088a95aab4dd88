qingdanSearch("l-le",["lead",{}])
