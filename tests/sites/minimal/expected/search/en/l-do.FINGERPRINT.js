qingdanSearch("l-do.towiovrxgn",["don",{}])
