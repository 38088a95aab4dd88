qingdanSearch("t-0-2.pqgajrobwm",["一\nTakes complaints about agencies and their staff\n一\n","","","990000\n"])
