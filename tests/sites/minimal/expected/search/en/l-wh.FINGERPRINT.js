qingdanSearch("l-wh.4z5teh6cgs",["when who",{}])
