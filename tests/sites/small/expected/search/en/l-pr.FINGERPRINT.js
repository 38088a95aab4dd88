qingdanSearch("l-pr.xj6he2jmmp",["prescrib print product",{}])
