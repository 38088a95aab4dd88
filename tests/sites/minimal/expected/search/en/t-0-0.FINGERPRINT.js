qingdanSearch("t-0-0.bdi5hffdzn",["Quality of goods made and sold.\n","Scales, meters and other instruments.\n","0999-7101235\n","12315\n"])
