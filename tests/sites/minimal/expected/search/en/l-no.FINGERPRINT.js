qingdanSearch("l-no.znpjiepfkm",["non not notic",{}])
