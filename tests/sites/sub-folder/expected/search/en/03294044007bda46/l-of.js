qingdanSearch("l-of",["of",{}])
