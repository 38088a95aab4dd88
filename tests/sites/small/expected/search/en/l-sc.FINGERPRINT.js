qingdanSearch("l-sc.gurdwsumes",["scal",{}])
