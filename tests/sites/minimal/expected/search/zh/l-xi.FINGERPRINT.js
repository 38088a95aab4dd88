qingdanSearch("l-xi.gl5xxkg7cu",["",{"xian jian cha ju":["1县监察局"],"xian shi chang jian guan ju":["1县市场监管局"]}])
