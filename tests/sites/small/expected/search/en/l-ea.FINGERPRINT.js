qingdanSearch("l-ea.zgiuojwyyj",["each",{}])
