qingdanSearch("d-e-0.o47e3ovi5c",[0,[0],"mxc2lufnrd","lgpglhi53j4d3vfjrjp6"])
