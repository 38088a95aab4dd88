qingdanSearch("d-e-0.m35zsncrz3",[0,[0],"mzi4jiq4t6","ig6fzg7fz4azyiluzebna63xhbxpkbkpqlk7n4ka"])
