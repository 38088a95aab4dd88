qingdanSearch("search/en/l-un",["unlawful",{}])
