qingdanSearch("l-ci.jn22zgskmf",["cit",{}])
