qingdanSearch("l-me.glwrbqruxn",["mean measur measurement meter metrolog",{}])
