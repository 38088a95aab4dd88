qingdanSearch("l-se.qvgednkbkm",["seal securit sell seller september",{}])
