qingdanSearch("l-as.2er7sd5yii",["as",{}])
