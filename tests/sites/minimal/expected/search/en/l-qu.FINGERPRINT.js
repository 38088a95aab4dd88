qingdanSearch("l-qu.7bngguotqf",["qualit quantit quarter",{}])
