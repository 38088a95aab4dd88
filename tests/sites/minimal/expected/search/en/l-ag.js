qingdanSearch("search/en/l-ag",["against",{}])
