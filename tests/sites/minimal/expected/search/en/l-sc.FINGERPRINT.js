qingdanSearch("l-sc.n47i2fnm2a",["scal",{"scjdglj":["1市场监督管理局"],"scjgbm":["1市场监管部门"]}])
