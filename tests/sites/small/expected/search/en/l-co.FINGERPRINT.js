qingdanSearch("l-co.qttffe7u4h",["count",{}])
