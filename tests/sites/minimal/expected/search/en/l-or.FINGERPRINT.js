qingdanSearch("l-or.lp7nskom3r",["organiz",{}])
