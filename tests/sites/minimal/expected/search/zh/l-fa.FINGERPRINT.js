qingdanSearch("l-fa.bhi36ri2r3",["fak",{}])
