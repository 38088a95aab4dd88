qingdanSearch("d-e-0.bcgrhrudsc",[0,[0],"g5qddnxuwa","lgpglhi53j4d3vfjrjp6"])
