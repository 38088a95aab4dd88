qingdanSearch("l-pc",["",{"pcs":["1平川市"]}])
