qingdanSearch("search/en/l-ve",["verifi",{}])
