qingdanSearch("l-pa.pqs653acpj",["passed",{}])
