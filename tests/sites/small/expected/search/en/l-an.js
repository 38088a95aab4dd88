qingdanSearch("search/en/l-an",["and",{}])
