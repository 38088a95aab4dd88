qingdanSearch("search/en/l-sa",["sanction",{}])
