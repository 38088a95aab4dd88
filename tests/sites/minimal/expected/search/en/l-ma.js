qingdanSearch("search/en/l-ma",["mad maker march market",{}])
