qingdanSearch("l-do",["don",{}])
