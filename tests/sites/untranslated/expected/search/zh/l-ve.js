qingdanSearch("search/zh/l-ve",["verif",{}])
