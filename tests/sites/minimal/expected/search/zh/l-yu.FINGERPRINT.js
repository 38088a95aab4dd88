qingdanSearch("l-yu.buwifcektl",["",{"yun ling sheng":["1云岭省"]}])
