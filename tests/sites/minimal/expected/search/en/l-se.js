qingdanSearch("search/en/l-se",["securit seller september",{}])
