qingdanSearch("l-me",["meter metrolog",{}])
