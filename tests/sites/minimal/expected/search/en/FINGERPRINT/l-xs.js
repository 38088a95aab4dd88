qingdanSearch("l-xs",["",{"xscjgj":["1县市场监管局"]}])
