qingdanSearch("l-ap.p2tbfbyjy7",["apply",{}])
