qingdanSearch("l-sp",["special spot",{}])
