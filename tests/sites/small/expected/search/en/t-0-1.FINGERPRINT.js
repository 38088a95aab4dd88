qingdanSearch("t-0-1.4d3vfjrjp6",["","As printed in the list\n"])
