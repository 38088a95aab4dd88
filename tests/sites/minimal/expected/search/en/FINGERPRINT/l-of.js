qingdanSearch("l-of",["of offic officer",{}])
