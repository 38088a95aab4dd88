qingdanSearch("search/en/l-sr",["src",{}])
