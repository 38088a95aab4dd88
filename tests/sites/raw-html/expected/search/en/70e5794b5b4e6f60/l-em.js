qingdanSearch("l-em",["emphasi",{}])
