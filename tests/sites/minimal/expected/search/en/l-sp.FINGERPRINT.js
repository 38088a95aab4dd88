qingdanSearch("l-sp.3rx7u5iiit",["special spot",{}])
