qingdanSearch("t-0",["秤和表。\n","1\n管理计量器具。\nVerifies scales\n1\n","990122\n",""])
