qingdanSearch("search/en/l-ci",["cit",{}])
