qingdanSearch("l-sr",["src",{}])
