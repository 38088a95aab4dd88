qingdanSearch("l-pc.3utxvpeyxu",["",{"pcs":["1平川市"]}])
