qingdanSearch("l-pu",["public",{}])
