qingdanSearch("l-ag.qbw257ldo4",["against",{}])
