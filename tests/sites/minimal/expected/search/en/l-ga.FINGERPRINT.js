qingdanSearch("l-ga.lhxt66ms6j",["",{"gabm":["1公安部门"],"gaj":["1公安局"]}])
