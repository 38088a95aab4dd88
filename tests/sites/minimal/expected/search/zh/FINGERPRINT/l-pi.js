qingdanSearch("l-pi",["",{"ping chuan shi":["1平川市"]}])
