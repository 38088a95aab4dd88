qingdanSearch("search/zh/l-jh",["",{"jh":["0假货"]}])
