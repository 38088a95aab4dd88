qingdanSearch("l-cr.2owxedwwnj",["crim",{}])
