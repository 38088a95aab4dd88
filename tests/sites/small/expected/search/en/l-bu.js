qingdanSearch("search/en/l-bu",["bureau",{}])
