qingdanSearch("l-jl",["",{"jl":["0计量"],"jlgl":["1计量管理"]}])
