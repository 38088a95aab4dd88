qingdanSearch("l-bu.nlnpmjtrmq",["bureau",{}])
