qingdanSearch("l-le.gmhzzjevkp",["lead",{}])
