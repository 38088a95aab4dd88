qingdanSearch("d-p-0.wi3dfah6eg","37iqxtisgx")
