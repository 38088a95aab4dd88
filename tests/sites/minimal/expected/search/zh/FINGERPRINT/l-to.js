qingdanSearch("l-to",["",{"tou su re xian":["1投诉热线"]}])
