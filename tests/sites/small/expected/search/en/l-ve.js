qingdanSearch("search/en/l-ve",["verif",{}])
