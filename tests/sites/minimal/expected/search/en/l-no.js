qingdanSearch("search/en/l-no",["notic",{}])
