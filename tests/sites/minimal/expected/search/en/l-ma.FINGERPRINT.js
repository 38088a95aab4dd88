qingdanSearch("l-ma.yi66oflntz",["mad mak maker march mark market",{}])
