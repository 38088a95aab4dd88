qingdanSearch("search/en/l-99",["990000 990100 990121",{}])
