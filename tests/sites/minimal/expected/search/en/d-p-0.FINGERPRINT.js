qingdanSearch("d-p-0.v6hgofwr3r","2xs44zunnpxlt4gfzjt4")
