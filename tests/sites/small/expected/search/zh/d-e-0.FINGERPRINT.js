qingdanSearch("d-e-0.vmiw4exzed",[0,[0],"ichcnacysb","viq3wbj4e2yf7kyphkk6"])
