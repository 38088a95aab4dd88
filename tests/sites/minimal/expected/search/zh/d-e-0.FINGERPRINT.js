qingdanSearch("d-e-0.uiuknqlvec",[0,[0],"mzi4jiq4t6","grmxg5esx7a6isoplgaz6udondno6lbzlnc6b2isyf7kyphkk6"])
