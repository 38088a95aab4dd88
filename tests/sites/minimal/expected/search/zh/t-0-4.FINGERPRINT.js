qingdanSearch("t-0-4.6ecukh4cgi",["清单原文\n","清单原文\n"])
