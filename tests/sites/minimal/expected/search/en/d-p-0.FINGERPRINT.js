qingdanSearch("d-p-0.mmgq6hajjx","x4zyyjm7sh")
