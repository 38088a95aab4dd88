qingdanSearch("search/zh/l-yu",["",{"yun ling sheng":["1云岭省"]}])
