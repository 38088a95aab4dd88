qingdanSearch("d-p-0.ozs2fvj2nx","myhng2kdts")
