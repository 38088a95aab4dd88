qingdanSearch("l-mi.ssl5bdphpp",["misusing",{"mian fei xiao cheng":["1免费校秤"]}])
