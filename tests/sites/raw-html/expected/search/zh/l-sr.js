qingdanSearch("search/zh/l-sr",["src",{}])
