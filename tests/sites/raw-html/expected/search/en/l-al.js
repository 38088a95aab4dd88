qingdanSearch("search/en/l-al",["alert",{}])
