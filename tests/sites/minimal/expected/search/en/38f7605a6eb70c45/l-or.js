qingdanSearch("l-or",["organiz",{}])
