qingdanSearch("l-jl.viv52d3jah",["",{"jl":["0计量"],"jlf":["1计量法"],"jlqjjg":["1计量器具监管"]}])
