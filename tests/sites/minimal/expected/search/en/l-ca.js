qingdanSearch("search/en/l-ca",["case",{}])
