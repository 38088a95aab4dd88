qingdanSearch("l-ot.a4gtehgrl2",["other",{}])
