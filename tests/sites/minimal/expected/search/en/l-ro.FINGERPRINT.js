qingdanSearch("l-ro.xanfofp3hf",["round routin",{}])
