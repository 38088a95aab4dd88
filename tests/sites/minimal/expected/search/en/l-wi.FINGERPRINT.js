qingdanSearch("l-wi.7hz4ljgqxm",["with without",{}])
