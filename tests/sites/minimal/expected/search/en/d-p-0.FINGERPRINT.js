qingdanSearch("d-p-0.lnbyjj6ivh","qggvq5lihnaqj7p4t5rd")
