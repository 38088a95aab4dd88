qingdanSearch("l-re.zxewknsvkv",["re receipt rectification refusing register repair replac responsibilit retest review",{}])
