qingdanSearch("search/en/l-pc",["",{"pcs":["1平川市"]}])
