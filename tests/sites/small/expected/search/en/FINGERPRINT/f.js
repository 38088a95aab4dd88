qingdanSearch("f",[[0,"liuxi","Liuxi County",null]])
