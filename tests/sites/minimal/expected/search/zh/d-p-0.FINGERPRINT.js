qingdanSearch("d-p-0.iestok7jxs","mg5zfeqitkbjcetulbv2chyjt6eirkhyhy2kerep")
