qingdanSearch("l-co",["count",{}])
