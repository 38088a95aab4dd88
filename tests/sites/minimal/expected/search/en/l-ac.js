qingdanSearch("search/en/l-ac",["action",{}])
