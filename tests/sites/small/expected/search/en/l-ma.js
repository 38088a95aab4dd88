qingdanSearch("search/en/l-ma",["market",{}])
