qingdanSearch("search/zh/l-99",["990000 990100 990121",{}])
