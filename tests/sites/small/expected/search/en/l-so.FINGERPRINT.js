qingdanSearch("l-so.gklfkws4l2",["sold",{}])
