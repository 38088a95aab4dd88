qingdanSearch("t-2",["","","990000\n","990100\n"])
