qingdanSearch("t-0-4.afgrok36nq",["As printed in the list\n"])
