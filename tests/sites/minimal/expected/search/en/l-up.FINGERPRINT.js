qingdanSearch("l-up.tule4qw4tc",["up",{}])
