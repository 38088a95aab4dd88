qingdanSearch("l-cp.rxg2kwzc7o",["",{"cpzl":["0产品质量"],"cpzlf":["1产品质量法"],"cpzljd":["1产品质量监督"]}])
