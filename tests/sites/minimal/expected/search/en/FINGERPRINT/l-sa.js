qingdanSearch("l-sa",["sanction",{}])
