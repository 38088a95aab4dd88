qingdanSearch("l-in",["in inspect inspection inspector instrument investigat",{}])
