qingdanSearch("l-ha.5obyqxa2sh",["hav",{}])
