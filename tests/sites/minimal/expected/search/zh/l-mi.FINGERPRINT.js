qingdanSearch("l-mi.sfjr46p2ud",["",{"mian fei xiao cheng":["1免费校秤"]}])
