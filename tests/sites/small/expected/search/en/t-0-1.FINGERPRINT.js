qingdanSearch("t-0-1.afgrok36nq",["As printed in the list\n"])
