qingdanSearch("l-on.iwil2ml3ln",["on onc one",{}])
