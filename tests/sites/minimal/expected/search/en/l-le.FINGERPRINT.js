qingdanSearch("l-le.lhk2i6bkhd",["lead legal",{}])
