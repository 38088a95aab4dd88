qingdanSearch("l-ag.qguappfdlt",["against agenc",{}])
