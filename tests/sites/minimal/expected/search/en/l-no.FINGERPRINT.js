qingdanSearch("l-no.ctrle3ngoh",["notic",{}])
