qingdanSearch("l-go.5u4yd2tuis",["good",{"gong an bu men":["1公安部门"],"gong an ju":["1公安局"]}])
