qingdanSearch("l-20",["2015 2016",{}])
