qingdanSearch("l-qu.5bhunkf3jj",["qualification",{}])
