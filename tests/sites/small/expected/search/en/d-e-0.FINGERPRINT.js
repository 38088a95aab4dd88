qingdanSearch("d-e-0.ebfosbtzt2",[0,[0],"g5qddnxuwa","guoqxysagsafgrok36nq"])
