qingdanSearch("l-xj.clbw66y6qj",["",{"xjcj":["1县监察局"]}])
