qingdanSearch("l-pr",["print",{}])
