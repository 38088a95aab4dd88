qingdanSearch("l-fa",["fak",{}])
