qingdanSearch("l-us.kujx7o7iip",["use user",{}])
