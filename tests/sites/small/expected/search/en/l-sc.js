qingdanSearch("search/en/l-sc",["scal",{}])
