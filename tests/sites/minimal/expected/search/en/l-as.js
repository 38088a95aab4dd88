qingdanSearch("search/en/l-as",["as",{}])
