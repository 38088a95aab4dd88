qingdanSearch("d-c-0.cklupseeae","ez36bxkbud")
