qingdanSearch("l-in.d2psfji2t5",["in instrument",{}])
