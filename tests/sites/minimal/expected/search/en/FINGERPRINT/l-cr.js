qingdanSearch("l-cr",["crim",{}])
