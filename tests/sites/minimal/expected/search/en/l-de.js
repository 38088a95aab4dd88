qingdanSearch("search/en/l-de",["defectiv",{}])
