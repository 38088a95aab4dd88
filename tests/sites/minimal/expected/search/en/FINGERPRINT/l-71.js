qingdanSearch("l-71",["7101235",{}])
