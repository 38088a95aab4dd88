qingdanSearch("search/en/l-20",["2015 2016",{}])
