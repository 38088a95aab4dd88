qingdanSearch("t-1",["As printed in the list\n"])
