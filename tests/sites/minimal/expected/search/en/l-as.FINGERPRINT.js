qingdanSearch("l-as.lgyk237ykc",["as ask assessment",{}])
