qingdanSearch("l-ma.ulojgkb3yk",["market",{}])
