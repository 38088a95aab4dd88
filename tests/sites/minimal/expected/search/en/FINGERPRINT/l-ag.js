qingdanSearch("l-ag",["against",{}])
