qingdanSearch("l-re",["responsibilit",{}])
