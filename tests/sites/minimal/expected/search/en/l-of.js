qingdanSearch("search/en/l-of",["of offic officer",{}])
