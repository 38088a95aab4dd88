qingdanSearch("search/en/l-ar",["are",{}])
