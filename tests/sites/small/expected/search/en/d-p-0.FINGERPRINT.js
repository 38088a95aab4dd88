qingdanSearch("d-p-0.oecrmc5wje","eyagcjhgod")
