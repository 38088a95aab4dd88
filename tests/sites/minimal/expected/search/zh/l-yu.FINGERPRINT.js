qingdanSearch("l-yu.7uw275bjhv",["",{"yun ling sheng":["1云岭省"],"yun ling xing":["1云岭省"]}])
