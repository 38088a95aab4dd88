qingdanSearch("l-re.hyky6ohjcc",["receipt responsibilit",{}])
