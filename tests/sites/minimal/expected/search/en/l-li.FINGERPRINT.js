qingdanSearch("l-li.yz2ihglndw",["liquor list",{}])
