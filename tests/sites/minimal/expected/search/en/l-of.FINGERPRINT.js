qingdanSearch("l-of.en2scc5tam",["of offic officer",{}])
