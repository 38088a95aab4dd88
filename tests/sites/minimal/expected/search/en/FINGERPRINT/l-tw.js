qingdanSearch("l-tw",["two",{}])
