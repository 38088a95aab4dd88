qingdanSearch("l-71.5ve2hmmy4w",["7101235",{}])
