qingdanSearch("l-in.hvtgiqqydl",["in inspect inspection inspector instrument investigat",{}])
