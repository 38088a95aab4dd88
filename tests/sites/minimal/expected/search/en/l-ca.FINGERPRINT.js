qingdanSearch("l-ca.a4f4x2fxeg",["case",{}])
