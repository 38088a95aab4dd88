qingdanSearch("l-fu.rl2tml66mv",["further",{}])
