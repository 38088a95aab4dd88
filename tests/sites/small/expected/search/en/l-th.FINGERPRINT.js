qingdanSearch("l-th.7w7hroeegj",["that the",{}])
