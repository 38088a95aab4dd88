qingdanSearch("l-ri.bdy4faht4s",["right",{}])
