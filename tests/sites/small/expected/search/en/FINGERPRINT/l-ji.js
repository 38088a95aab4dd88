qingdanSearch("l-ji",["",{"ji liang":["0计量"],"ji liang guan li":["1计量管理"]}])
