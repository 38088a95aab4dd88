qingdanSearch("l-99",["990122",{}])
