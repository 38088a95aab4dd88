qingdanSearch("l-ci",["cit",{}])
