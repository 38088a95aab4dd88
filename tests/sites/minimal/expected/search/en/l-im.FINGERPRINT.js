qingdanSearch("l-im.nwpdgglmvp",["import importer improper",{}])
