qingdanSearch("l-un.7s6ifekr7t",["unit",{}])
