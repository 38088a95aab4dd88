qingdanSearch("l-re",["receipt responsibilit",{}])
