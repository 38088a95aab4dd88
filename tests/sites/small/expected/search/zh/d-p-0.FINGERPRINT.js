qingdanSearch("d-p-0.rfnoafgrqe","zcichpfdb2hanfgnzv5u")
