qingdanSearch("l-ve.iz3fiybmau",["verifi",{}])
