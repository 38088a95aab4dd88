qingdanSearch("l-tr",["trader",{}])
