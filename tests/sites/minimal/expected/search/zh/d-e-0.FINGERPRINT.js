qingdanSearch("d-e-0.yj7cynfbid",[0,[0],"raw6oecu7i","ig6fzg7fz4azyiluzebna63xhbxpkbkpqlk7n4ka"])
