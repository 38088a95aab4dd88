qingdanSearch("search/en/l-em",["emphasi",{}])
