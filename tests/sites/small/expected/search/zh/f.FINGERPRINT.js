qingdanSearch("f.sso2ufkpce",[[0,"liuxi","柳溪县",null,"1"]])
