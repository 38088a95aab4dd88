qingdanSearch("search/zh/l-yl",["",{"yls":["1云岭省"]}])
