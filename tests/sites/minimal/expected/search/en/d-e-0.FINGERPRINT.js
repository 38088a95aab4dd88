qingdanSearch("d-e-0.axdpnyszqr",[0,[0],"lw3dzhejs7","bdi5hffdzncyivn6sk4vpqgajrobwm2qlubomh5lafgrok36nq"])
