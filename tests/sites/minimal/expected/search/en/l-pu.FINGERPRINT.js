qingdanSearch("l-pu.krrd6in3d5",["public",{}])
