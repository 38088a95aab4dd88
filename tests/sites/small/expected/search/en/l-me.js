qingdanSearch("search/en/l-me",["measur meter metrolog",{}])
