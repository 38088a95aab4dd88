qingdanSearch("l-re.f3pb6bhajs",["responsibilit",{}])
