qingdanSearch("search/en/l-me",["meter metrolog",{}])
