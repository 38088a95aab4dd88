qingdanSearch("l-ji.mid3w4rozv",["jiahuo",{"ji liang":["0计量"],"ji liang fa":["1计量法"],"ji liang qi ju jian guan":["1计量器具监管"],"jia huo":["0假货"]}])
