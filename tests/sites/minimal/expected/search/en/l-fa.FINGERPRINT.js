qingdanSearch("l-fa.s5px7a5egt",["fail fak",{}])
