qingdanSearch("search/en/l-di",["disciplinar",{}])
