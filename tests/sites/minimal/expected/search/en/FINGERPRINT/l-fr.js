qingdanSearch("l-fr",["fre from",{}])
