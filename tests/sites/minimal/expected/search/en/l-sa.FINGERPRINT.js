qingdanSearch("l-sa.vwecxvqno7",["sanction",{}])
