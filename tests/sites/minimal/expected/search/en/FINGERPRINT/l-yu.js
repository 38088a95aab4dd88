qingdanSearch("l-yu",["yunl",{"yun ling sheng":["1云岭省"]}])
