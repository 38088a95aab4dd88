qingdanSearch("c-0.ez36bxkbud",{})
