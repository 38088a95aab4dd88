qingdanSearch("l-wh.65kpdzuefs",["when",{}])
