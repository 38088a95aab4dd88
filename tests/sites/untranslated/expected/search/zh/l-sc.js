qingdanSearch("search/zh/l-sc",["scal",{}])
