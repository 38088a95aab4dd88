qingdanSearch("l-on.fy7coz7xbv",["on",{}])
