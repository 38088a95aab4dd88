qingdanSearch("search/en/l-ri",["right",{}])
