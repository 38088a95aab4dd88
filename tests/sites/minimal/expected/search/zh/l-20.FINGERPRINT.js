qingdanSearch("l-20.4bx4jmlkoi",["2015 2016",{}])
