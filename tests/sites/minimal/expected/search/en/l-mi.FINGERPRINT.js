qingdanSearch("l-mi.judgtshknl",["misusing",{"mian fei jiao cheng":["1免费校秤"],"mian fei xiao cheng":["1免费校秤"]}])
