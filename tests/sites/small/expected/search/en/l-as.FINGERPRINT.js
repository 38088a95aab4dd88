qingdanSearch("l-as.weqyqoz3ks",["as assessment",{}])
