qingdanSearch("search/en/l-12",["12315",{}])
