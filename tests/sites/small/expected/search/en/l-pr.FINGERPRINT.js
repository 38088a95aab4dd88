qingdanSearch("l-pr.rpyhnya35x",["print",{}])
