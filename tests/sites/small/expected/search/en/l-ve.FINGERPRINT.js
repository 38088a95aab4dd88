qingdanSearch("l-ve.jmzsle4pgg",["verif verification verify",{}])
