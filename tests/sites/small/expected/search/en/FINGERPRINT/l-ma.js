qingdanSearch("l-ma",["market",{}])
