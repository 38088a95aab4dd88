qingdanSearch("l-on.glzxtqhfot",["onc",{}])
