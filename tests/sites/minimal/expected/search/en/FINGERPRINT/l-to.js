qingdanSearch("l-to",["took",{"tou su re xian":["1投诉热线"]}])
