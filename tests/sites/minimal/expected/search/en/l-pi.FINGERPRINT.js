qingdanSearch("l-pi.nakodww4as",["pingchuan",{"ping chuan shi":["1平川市"]}])
