qingdanSearch("l-ts.a5gwvydv3h",["",{"tsrx":["1投诉热线"]}])
