qingdanSearch("l-th.srvvlthsjp",["that the their",{}])
