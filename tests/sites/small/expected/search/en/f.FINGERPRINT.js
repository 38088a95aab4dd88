qingdanSearch("f.d4lbgykmj2",[[0,"liuxi","Liuxi County",null,"1"]])
