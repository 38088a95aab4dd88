qingdanSearch("l-re.6n5krh57mo",["rectification register repair responsibilit review",{}])
