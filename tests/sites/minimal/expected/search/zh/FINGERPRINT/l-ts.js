qingdanSearch("l-ts",["",{"tsrx":["1投诉热线"]}])
