qingdanSearch("l-su.ja6byt2wja",["supervise supervision",{}])
