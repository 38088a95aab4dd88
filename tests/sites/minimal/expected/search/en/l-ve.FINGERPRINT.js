qingdanSearch("l-ve.g7roc4zxao",["verifi verification verify",{}])
