qingdanSearch("l-de.q2kw2ni3uj",["defectiv",{}])
