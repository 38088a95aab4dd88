qingdanSearch("l-ve",["verif",{}])
