qingdanSearch("l-co.kuyotamduq",["compil complaint condition conduct correct count counterfeit",{}])
