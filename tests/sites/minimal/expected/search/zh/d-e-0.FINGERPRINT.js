qingdanSearch("d-e-0.x2m5v4ai4y",[0,[0],"a5x76fzfwh","grmxg5esx7g6tuqrr2kdzeyvf3nhiixupg3sukvu6ecukh4cgi"])
