qingdanSearch("l-zl.fir6zihm3v",["",{"zlk":["1质量科"]}])
