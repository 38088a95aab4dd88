qingdanSearch("t-0-0.guoqxysags",["Scales and meters.\n","1\nSupervises measuring instruments.\nVerifies scales\n1\n","990122\n",""])
