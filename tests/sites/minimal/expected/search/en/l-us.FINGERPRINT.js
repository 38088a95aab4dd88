qingdanSearch("l-us.hrstviitqo",["use",{}])
