qingdanSearch("d-e-0.djrkbi6ggm",[0,[0],"iypmerruje","bdi5hffdzng77734knl3a63xhbxpkbiwn3mq3cod"])
