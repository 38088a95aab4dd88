qingdanSearch("search/zh/l-al",["alert",{}])
