qingdanSearch("l-yu",["",{"yun ling sheng":["1云岭省"]}])
