qingdanSearch("l-ma.b6iet36e3e",["mad mak maker mark market",{}])
