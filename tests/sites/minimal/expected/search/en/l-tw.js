qingdanSearch("search/en/l-tw",["two",{}])
