qingdanSearch("d-p-0.2rzpejevuw","ivsobrd46ivq2rgkedpo")
