qingdanSearch("t-0",["Scales and meters.\n","1\n管理计量器具。\nVerifies scales\n1\n","990122\n",""])
