qingdanSearch("l-le.bjy3yvqpxe",["legal",{}])
