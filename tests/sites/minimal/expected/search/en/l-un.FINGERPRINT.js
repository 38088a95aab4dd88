qingdanSearch("l-un.qec5msf4i7",["unit unlawful",{}])
