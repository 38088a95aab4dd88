qingdanSearch("l-ar",["are",{}])
