qingdanSearch("l-lx.erc4mhwyvd",["",{"lxx":["1柳溪县"],"lxxscjdglj":["1柳溪县市场监督管理局"]}])
