qingdanSearch("search/zh/l-12",["12315",{}])
