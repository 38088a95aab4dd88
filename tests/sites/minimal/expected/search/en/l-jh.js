qingdanSearch("search/en/l-jh",["",{"jh":["0假货"]}])
