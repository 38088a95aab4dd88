qingdanSearch("search/en/l-co",["compil complaint conduct correct count counterfeit",{}])
