qingdanSearch("l-qu",["qualit quantit quarter",{}])
