qingdanSearch("l-ta.q6d7sywze2",["tak",{}])
