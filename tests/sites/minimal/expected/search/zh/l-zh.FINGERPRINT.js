qingdanSearch("l-zh.pyd7itgeh3",["",{"zhi liang ke":["1质量科"],"zhong hua ren min gong he guo ji liang fa":["1中华人民共和国计量法"],"zhrmghgjlf":["1中华人民共和国计量法"]}])
