qingdanSearch("l-so.fd3usas3uh",["so sold",{}])
