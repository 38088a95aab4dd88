qingdanSearch("l-nu.6u56xkbly7",["number",{}])
