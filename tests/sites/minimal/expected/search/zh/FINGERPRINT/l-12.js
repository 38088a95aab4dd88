qingdanSearch("l-12",["12315",{}])
