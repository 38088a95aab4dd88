qingdanSearch("l-me",["measur meter metrolog",{}])
