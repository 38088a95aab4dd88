qingdanSearch("l-co.wex2eqepnq",["compil complaint conduct correct count counterfeit",{}])
