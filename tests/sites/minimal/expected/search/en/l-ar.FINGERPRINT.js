qingdanSearch("l-ar.57m23kprpb",["are",{}])
