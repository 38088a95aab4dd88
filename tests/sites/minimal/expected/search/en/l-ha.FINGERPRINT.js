qingdanSearch("l-ha.jyz6yonnk7",["handl hav",{}])
