qingdanSearch("l-be.grn5j5v7iq",["below",{}])
