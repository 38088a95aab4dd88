qingdanSearch("l-bu",["bureau",{}])
