qingdanSearch("l-fr.7b25u7fggc",["fre from",{}])
