qingdanSearch("l-as",["as",{}])
