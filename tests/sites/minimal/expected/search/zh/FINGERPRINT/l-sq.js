qingdanSearch("l-sq",["",{"sqx":["1石桥县"],"sqxscjdglj":["1石桥县市场监督管理局"]}])
