qingdanSearch("d-p-0.n2yvclhwk6","u6evahcovz")
