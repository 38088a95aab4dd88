qingdanSearch("search/en/l-do",["don",{}])
