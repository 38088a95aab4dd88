qingdanSearch("search/zh/l-sc",["script",{}])
