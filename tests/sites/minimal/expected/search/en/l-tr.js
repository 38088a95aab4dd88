qingdanSearch("search/en/l-tr",["trader",{}])
