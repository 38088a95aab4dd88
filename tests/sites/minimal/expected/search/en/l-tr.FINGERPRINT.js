qingdanSearch("l-tr.lq5k624fqg",["trader",{}])
