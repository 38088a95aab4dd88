qingdanSearch("search/zh/l-zl",["",{"zlk":["1质量科"]}])
