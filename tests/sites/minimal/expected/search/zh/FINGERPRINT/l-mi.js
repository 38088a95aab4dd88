qingdanSearch("l-mi",["",{"mian fei xiao cheng":["1免费校秤"]}])
