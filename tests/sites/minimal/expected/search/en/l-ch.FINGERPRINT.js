qingdanSearch("l-ch.hxtwgn6qto",["chang charg check",{"chan pin zhi liang":["0产品质量"],"chan pin zhi liang fa":["1产品质量法"],"chan pin zhi liang jian du":["1产品质量监督"]}])
