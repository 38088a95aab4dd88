qingdanSearch("l-jh",["",{"jh":["0假货"]}])
