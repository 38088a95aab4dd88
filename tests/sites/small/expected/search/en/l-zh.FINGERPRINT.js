qingdanSearch("l-zh.ulqeyfr34q",["",{"zhong hua ren min gong he guo ji liang fa":["1中华人民共和国计量法"],"zhrmghgjlf":["1中华人民共和国计量法"]}])
