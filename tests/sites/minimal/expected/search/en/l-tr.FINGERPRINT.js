qingdanSearch("l-tr.tojvgkz5tl",["trad trader",{}])
