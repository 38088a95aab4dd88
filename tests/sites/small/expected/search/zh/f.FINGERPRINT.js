qingdanSearch("f.b2hliftmv5",[[0,"liuxi","柳溪县",null]])
