qingdanSearch("d-e-0.c33x5wsort",[0,[0],"xgecmmrnlf","bdi5hffdzng77734knl3a63xhbxpkbiwn3mq3cod"])
