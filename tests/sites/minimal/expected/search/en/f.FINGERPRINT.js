qingdanSearch("f.wubsdvsx2s",[[0,"yunling","Yunling Province",null,""],[1,"pingchuan","Pingchuan City",0,""],[2,"shiqiao","Shiqiao County",1,"3"]])
