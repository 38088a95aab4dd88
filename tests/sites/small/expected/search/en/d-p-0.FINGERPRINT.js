qingdanSearch("d-p-0.ge6rsvet2c","q262idrpa2")
