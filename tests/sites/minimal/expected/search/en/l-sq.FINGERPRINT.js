qingdanSearch("l-sq.pekuducgha",["",{"sqx":["1石桥县"],"sqxscjdglj":["1石桥县市场监督管理局"],"sqxscjdgljzrqd":["1石桥县市场监督管理局责任清单"],"sqxscjdgljzrqs":["1石桥县市场监督管理局责任清单"]}])
