qingdanSearch("l-al",["alert",{}])
