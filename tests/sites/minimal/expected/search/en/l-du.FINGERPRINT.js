qingdanSearch("l-du.prq4bsh57m",["due",{}])
