qingdanSearch("f",[[0,"liuxi","柳溪县",null]])
