qingdanSearch("search/en/l-ho",["hotlin how",{}])
