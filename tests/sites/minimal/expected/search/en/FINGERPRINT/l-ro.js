qingdanSearch("l-ro",["round routin",{}])
