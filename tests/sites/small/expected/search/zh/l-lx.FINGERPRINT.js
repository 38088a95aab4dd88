qingdanSearch("l-lx.chg5fyxvc3",["",{"lxx":["1柳溪县"],"lxxscjdglj":["1柳溪县市场监督管理局"],"lxxscjdgljzrqd":["1柳溪县市场监督管理局责任清单"],"lxxscjdgljzrqs":["1柳溪县市场监督管理局责任清单"]}])
