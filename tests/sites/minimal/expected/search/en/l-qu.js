qingdanSearch("search/en/l-qu",["qualit quantit quarter",{}])
