qingdanSearch("l-fa.uknaog3hpb",["fail",{}])
