qingdanSearch("l-mf.qm4pkjen4x",["",{"mfjc":["1免费校秤"],"mfxc":["1免费校秤"]}])
