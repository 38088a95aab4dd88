qingdanSearch("search/en/l-pu",["public",{}])
