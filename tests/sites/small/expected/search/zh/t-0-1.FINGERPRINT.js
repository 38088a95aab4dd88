qingdanSearch("t-0-1.yf7kyphkk6",["清单原文\n"])
