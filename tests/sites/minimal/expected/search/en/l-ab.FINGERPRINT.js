qingdanSearch("l-ab.3u3e6dz3mg",["about",{}])
