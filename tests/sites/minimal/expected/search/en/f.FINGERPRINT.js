qingdanSearch("f.x3ribwd2np",[[0,"yunling","Yunling Province",null],[1,"pingchuan","Pingchuan City",0],[2,"shiqiao","Shiqiao County",1]])
