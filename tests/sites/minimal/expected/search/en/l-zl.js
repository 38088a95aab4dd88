qingdanSearch("search/en/l-zl",["",{"zlk":["1质量科"]}])
