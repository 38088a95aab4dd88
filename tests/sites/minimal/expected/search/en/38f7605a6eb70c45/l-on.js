qingdanSearch("l-on",["onc",{}])
