qingdanSearch("search/en/l-pr",["print",{}])
