qingdanSearch("search/en/l-in",["in inspect inspection inspector instrument investigat",{}])
