qingdanSearch("l-pu.wt2eq2kuyh",["public publication",{}])
