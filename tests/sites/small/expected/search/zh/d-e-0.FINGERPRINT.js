qingdanSearch("d-e-0.remqjsxoua",[0,[0],"7ot6fozsdq","viq3wbj4e2yf7kyphkk6"])
