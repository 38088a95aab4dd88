qingdanSearch("l-yu.ec2qrauz5e",["yunl",{"yun ling sheng":["1云岭省"],"yun ling xing":["1云岭省"]}])
