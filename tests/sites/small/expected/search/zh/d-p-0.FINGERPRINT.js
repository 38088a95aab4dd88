qingdanSearch("d-p-0.z4zivhy7q3","gtdgqjdajo")
