qingdanSearch("l-ga",["",{"gabm":["1公安部门"],"gaj":["1公安局"]}])
