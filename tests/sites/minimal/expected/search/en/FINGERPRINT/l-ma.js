qingdanSearch("l-ma",["mad maker march market",{}])
