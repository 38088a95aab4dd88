qingdanSearch("l-99.bwcmacrhcu",["990000 990100 990121",{}])
