qingdanSearch("l-se.ne5p7zaax5",["securit seller september",{}])
