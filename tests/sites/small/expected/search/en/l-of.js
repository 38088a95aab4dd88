qingdanSearch("search/en/l-of",["of",{}])
