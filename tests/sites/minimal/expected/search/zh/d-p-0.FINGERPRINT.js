qingdanSearch("d-p-0.gsnrpgfsp3","fjxtquqnu3ihnocojkhjvppjq75plzita7mmfmgp")
