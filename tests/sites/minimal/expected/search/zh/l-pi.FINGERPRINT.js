qingdanSearch("l-pi.pwo2mjtukn",["",{"ping chuan shi":["1平川市"]}])
