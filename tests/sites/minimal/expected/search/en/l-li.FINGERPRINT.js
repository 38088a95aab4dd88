qingdanSearch("l-li.vku4x42q7s",["licenc liquor list",{}])
