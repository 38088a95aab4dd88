qingdanSearch("search/zh/l-71",["7101235",{}])
