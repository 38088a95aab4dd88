qingdanSearch("d-n-0.cklupseeae","ez36bxkbud")
