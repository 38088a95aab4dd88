qingdanSearch("l-ca",["case",{}])
