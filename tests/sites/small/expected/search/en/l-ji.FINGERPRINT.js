qingdanSearch("l-ji.qzhh3hs6tj",["",{"ji liang":["0计量"],"ji liang guan li":["1计量管理"]}])
