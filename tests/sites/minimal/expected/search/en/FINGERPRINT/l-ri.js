qingdanSearch("l-ri",["right",{}])
