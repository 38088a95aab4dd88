qingdanSearch("l-fo.wj4csyvysm",["for forg",{}])
