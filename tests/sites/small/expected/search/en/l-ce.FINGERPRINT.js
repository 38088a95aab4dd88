qingdanSearch("l-ce.sqpgkqlwbl",["certifi certificat",{}])
