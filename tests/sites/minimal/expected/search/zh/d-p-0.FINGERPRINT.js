qingdanSearch("d-p-0.fzq5yeoos7","2xvelhtvzf")
