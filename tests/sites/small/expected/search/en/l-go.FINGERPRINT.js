qingdanSearch("l-go.5buakxbws5",["going",{}])
