qingdanSearch("l-pr.ceufl6pz7t",["prescrib print priorit product provid provinc",{}])
