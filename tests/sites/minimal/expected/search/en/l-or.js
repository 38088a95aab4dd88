qingdanSearch("search/en/l-or",["organiz",{}])
