qingdanSearch("search/en/l-71",["7101235",{}])
