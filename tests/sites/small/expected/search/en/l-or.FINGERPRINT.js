qingdanSearch("l-or.fafyq3acjf",["or",{}])
