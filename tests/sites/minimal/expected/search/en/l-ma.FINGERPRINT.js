qingdanSearch("l-ma.6wzpuigjmq",["mad maker march market",{}])
