qingdanSearch("l-co",["compil complaint conduct correct count counterfeit",{}])
