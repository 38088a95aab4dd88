qingdanSearch("l-pi",["pingchuan",{"ping chuan shi":["1平川市"]}])
