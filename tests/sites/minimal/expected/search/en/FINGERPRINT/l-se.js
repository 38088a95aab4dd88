qingdanSearch("l-se",["securit seller september",{}])
