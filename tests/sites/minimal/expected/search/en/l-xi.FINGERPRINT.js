qingdanSearch("l-xi.wpqcldfnik",["",{"xian shi chang jian guan ju":["1县市场监管局"]}])
