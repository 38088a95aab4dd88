qingdanSearch("l-sh",["",{"shi chang jian du guan li ju":["1市场监督管理局"],"shi chang jian guan bu men":["1市场监管部门"],"shi qiao xian":["1石桥县"],"shi qiao xian shi chang jian du guan li ju":["1石桥县市场监督管理局"]}])
