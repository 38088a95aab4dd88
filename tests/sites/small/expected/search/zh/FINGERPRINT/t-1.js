qingdanSearch("t-1",["清单原文\n"])
