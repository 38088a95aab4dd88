qingdanSearch("search/en/l-yl",["",{"yls":["1云岭省"]}])
