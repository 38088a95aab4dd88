qingdanSearch("l-di.twldbruqtr",["disciplinar",{}])
