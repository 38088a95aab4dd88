qingdanSearch("l-an.gq4qyq76u4",["and",{}])
