qingdanSearch("l-ac.6ddnzyspvo",["action",{}])
