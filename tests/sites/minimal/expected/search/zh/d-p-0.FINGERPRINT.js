qingdanSearch("d-p-0.azav2cfr5a","ognx4urd2jr6xyd2umf7fhyrc6dcmruiowwcuoqk")
