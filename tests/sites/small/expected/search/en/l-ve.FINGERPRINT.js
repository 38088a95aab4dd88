qingdanSearch("l-ve.uepzamct5m",["verif",{}])
