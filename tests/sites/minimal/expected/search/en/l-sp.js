qingdanSearch("search/en/l-sp",["special spot",{}])
