qingdanSearch("t-0-2.a63xhbxpkb",["","","990000\n","990100\n"])
