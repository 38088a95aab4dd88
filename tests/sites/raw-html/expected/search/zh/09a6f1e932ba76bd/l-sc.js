qingdanSearch("l-sc",["script",{}])
