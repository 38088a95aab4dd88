qingdanSearch("l-dj",["",{"djjmwl":["1打击假冒伪劣"]}])
