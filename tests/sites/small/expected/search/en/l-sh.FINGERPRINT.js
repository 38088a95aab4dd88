qingdanSearch("l-sh.y76ctgy6kp",["show",{}])
