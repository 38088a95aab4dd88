qingdanSearch("f.4eejtz6aun",[[0,"liuxi","Liuxi County",null]])
