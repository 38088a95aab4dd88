qingdanSearch("l-to.vyrjjguv5w",["",{"tou su re xian":["1投诉热线"]}])
