qingdanSearch("n-0.ez36bxkbud",{})
