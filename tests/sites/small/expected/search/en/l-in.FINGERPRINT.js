qingdanSearch("l-in.wgp4oaef36",["in institution instrument",{}])
