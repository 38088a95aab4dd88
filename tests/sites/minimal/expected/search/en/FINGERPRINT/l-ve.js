qingdanSearch("l-ve",["verifi",{}])
