qingdanSearch("l-ki.2zjiqee66i",["kind",{}])
