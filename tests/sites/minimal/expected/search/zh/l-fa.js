qingdanSearch("search/zh/l-fa",["fak",{}])
