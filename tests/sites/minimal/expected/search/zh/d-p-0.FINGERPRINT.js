qingdanSearch("d-p-0.mmp2kn73he","mpwfqgw33kyj2l42kqfv6647mzjiegita7mmfmgp")
