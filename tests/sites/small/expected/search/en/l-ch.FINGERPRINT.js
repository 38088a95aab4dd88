qingdanSearch("l-ch.mhwrwmdkiz",["chang check",{}])
