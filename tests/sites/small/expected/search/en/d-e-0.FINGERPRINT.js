qingdanSearch("d-e-0.a32qryjex3",[0,[0],"mxc2lufnrd","guoqxysagsafgrok36nq"])
