qingdanSearch("l-ca.dovawwx7w6",["calibration",{}])
