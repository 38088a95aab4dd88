qingdanSearch("l-99.4qwhwylwkn",["990122",{}])
