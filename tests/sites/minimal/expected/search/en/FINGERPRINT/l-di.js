qingdanSearch("l-di",["disciplinar",{}])
