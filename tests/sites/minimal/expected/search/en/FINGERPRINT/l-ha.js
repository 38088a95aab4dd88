qingdanSearch("l-ha",["handl",{}])
