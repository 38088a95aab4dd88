qingdanSearch("l-sp.qvnsdgmnl3",["spot",{}])
