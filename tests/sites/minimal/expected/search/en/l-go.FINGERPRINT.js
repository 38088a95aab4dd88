qingdanSearch("l-go.cqsakxeunq",["going good",{"gong an bu men":["1公安部门"],"gong an ju":["1公安局"]}])
