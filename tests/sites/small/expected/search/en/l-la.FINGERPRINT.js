qingdanSearch("l-la.mq7u6wkufu",["lapse lapsed law",{}])
