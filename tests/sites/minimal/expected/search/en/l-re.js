qingdanSearch("search/en/l-re",["receipt responsibilit",{}])
