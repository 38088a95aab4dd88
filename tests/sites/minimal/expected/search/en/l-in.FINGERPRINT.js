qingdanSearch("l-in.vrqww6t6kb",["in industrial inspect inspection inspector institution instrument investigat",{}])
