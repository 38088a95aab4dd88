qingdanSearch("search/zh/l-20",["2015 2016",{}])
