qingdanSearch("l-ac",["action",{}])
