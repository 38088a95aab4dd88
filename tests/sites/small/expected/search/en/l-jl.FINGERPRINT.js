qingdanSearch("l-jl.fakpphbtym",["",{"jl":["0计量"],"jlgl":["1计量管理"]}])
