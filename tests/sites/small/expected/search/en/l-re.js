qingdanSearch("search/en/l-re",["responsibilit",{}])
