qingdanSearch("l-yl.n4dmlbt4vc",["",{"yls":["1云岭省"],"ylx":["1云岭省"]}])
