qingdanSearch("d-p-0.6lvpik6oqr","ak3sdsytrwu24yi7xppe")
