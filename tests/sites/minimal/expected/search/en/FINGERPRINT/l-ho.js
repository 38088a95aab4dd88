qingdanSearch("l-ho",["hotlin how",{}])
