qingdanSearch("l-us",["use",{}])
