qingdanSearch("l-xs.o4p7uni3f4",["",{"xscjgj":["1县市场监管局"]}])
