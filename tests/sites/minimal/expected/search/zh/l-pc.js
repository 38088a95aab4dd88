qingdanSearch("search/zh/l-pc",["",{"pcs":["1平川市"]}])
