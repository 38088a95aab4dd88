qingdanSearch("f.qjhcnmz3r2",[[0,"yunling","云岭省",null,""],[1,"pingchuan","平川市",0,""],[2,"shiqiao","石桥县",1,"3"]])
