qingdanSearch("l-us.2vion4aqc6",["user",{}])
