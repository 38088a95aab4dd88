qingdanSearch("l-hi.2gshd3gwcv",["hid",{}])
