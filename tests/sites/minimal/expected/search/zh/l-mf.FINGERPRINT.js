qingdanSearch("l-mf.i2gg7d67vt",["",{"mfxc":["1免费校秤"]}])
