qingdanSearch("l-sa.bp747qklgv",["sam sampl sanction",{}])
