qingdanSearch("d-p-0.kjeak5vino","f2b5q3o5dv")
