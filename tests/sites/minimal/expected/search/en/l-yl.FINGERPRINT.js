qingdanSearch("l-yl.qrgk3aalq6",["",{"yls":["1云岭省"]}])
