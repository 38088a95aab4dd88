qingdanSearch("l-it.jtcojfmt2p",["item its",{}])
