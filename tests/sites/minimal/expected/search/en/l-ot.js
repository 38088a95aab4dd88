qingdanSearch("search/en/l-ot",["other",{}])
