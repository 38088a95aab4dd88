qingdanSearch("l-ca.ot54j4q3te",["calibration case",{}])
