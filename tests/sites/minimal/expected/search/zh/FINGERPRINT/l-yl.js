qingdanSearch("l-yl",["",{"yls":["1云岭省"]}])
