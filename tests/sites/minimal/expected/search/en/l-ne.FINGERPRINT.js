qingdanSearch("l-ne.vav4dnjs4o",["new",{}])
