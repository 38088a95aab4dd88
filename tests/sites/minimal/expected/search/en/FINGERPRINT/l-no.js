qingdanSearch("l-no",["notic",{}])
