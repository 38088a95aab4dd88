qingdanSearch("l-sc.jxktlezvl6",["",{"scjdglj":["1市场监督管理局"],"scjgbm":["1市场监管部门"]}])
