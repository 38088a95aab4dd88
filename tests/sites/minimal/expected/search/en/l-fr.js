qingdanSearch("search/en/l-fr",["fre from",{}])
