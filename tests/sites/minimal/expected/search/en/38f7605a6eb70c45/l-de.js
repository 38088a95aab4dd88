qingdanSearch("l-de",["defectiv",{}])
