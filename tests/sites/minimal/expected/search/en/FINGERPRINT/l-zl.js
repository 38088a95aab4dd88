qingdanSearch("l-zl",["",{"zlk":["1质量科"]}])
