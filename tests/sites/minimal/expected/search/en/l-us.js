qingdanSearch("search/en/l-us",["use",{}])
