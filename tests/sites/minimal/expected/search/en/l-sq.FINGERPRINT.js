qingdanSearch("l-sq.ngkh6x7ub6",["",{"sqx":["1石桥县"],"sqxscjdglj":["1石桥县市场监督管理局"]}])
