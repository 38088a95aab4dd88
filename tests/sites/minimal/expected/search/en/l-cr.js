qingdanSearch("search/en/l-cr",["crim",{}])
