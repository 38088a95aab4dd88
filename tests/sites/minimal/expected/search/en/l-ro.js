qingdanSearch("search/en/l-ro",["round routin",{}])
