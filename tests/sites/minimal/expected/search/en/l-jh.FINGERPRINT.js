qingdanSearch("l-jh.nabjxk77nk",["",{"jh":["0假货"]}])
