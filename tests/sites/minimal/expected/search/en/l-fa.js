qingdanSearch("search/en/l-fa",["fak",{}])
