qingdanSearch("t-3",["990121\n","Compiled from the form of **2016**.\n","As printed in the list\n","As printed in the list\n"])
