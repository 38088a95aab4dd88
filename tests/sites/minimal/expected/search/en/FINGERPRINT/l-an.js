qingdanSearch("l-an",["and",{}])
