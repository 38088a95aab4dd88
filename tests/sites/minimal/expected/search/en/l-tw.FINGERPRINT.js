qingdanSearch("l-tw.msb4rh2qlx",["two",{}])
