qingdanSearch("d-e-0.kfxun73gca",[0,[0],"ichcnacysb","uxiptlcecdyf7kyphkk6"])
