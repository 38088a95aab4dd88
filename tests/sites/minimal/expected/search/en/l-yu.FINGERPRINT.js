qingdanSearch("l-yu.oxdgrfa64y",["yunl",{"yun ling sheng":["1云岭省"]}])
