qingdanSearch("l-pl.ne76p63fho",["plan",{}])
