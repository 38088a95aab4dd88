qingdanSearch("l-li.miytboxzpq",["licenc list liuxi",{"liu xi xian":["1柳溪县"],"liu xi xian shi chang jian du guan li ju":["1柳溪县市场监督管理局"]}])
