qingdanSearch("l-un",["unlawful",{}])
