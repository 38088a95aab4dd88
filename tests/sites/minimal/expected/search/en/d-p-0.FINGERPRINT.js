qingdanSearch("d-p-0.binnc2ehbe","pgdnko777my3iagmg73d")
