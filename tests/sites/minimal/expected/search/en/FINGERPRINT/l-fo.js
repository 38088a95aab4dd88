qingdanSearch("l-fo",["form",{}])
