qingdanSearch("search/zh/l-mf",["",{"mfxc":["1免费校秤"]}])
