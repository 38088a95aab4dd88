qingdanSearch("l-ot",["other",{}])
