qingdanSearch("t-0-4.yf7kyphkk6",["清单原文\n"])
