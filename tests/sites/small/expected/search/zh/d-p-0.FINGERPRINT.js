qingdanSearch("d-p-0.swc4iteeoe","5xac25w43l4zbeypnxeg")
