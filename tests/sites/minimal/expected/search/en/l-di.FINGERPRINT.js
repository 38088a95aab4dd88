qingdanSearch("l-di.5so7vhtvoz",["disciplinar disposing",{}])
