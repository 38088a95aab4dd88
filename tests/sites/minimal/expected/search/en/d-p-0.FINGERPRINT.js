qingdanSearch("d-p-0.tctsqycdsl","uedg3dzvwhp3xzobnusb")
