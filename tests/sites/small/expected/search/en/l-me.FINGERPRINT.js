qingdanSearch("l-me.gpo3zpccd7",["measur meter metrolog",{}])
