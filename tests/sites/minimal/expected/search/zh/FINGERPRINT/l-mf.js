qingdanSearch("l-mf",["",{"mfxc":["1免费校秤"]}])
