qingdanSearch("d-e-0.ab5v57hb2p",[0,[0],"7ot6fozsdq","uxiptlcecdyf7kyphkk6"])
