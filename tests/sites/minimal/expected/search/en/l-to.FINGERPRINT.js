qingdanSearch("l-to.gbksch4lji",["took",{"tou su re xian":["1投诉热线"]}])
