qingdanSearch("l-dj.orkakv6lj7",["",{"djjmwl":["1打击假冒伪劣"]}])
