qingdanSearch("t-0-3.iwn3mq3cod",["990121\n","Compiled from the form of **2016**.\n","As printed in the list\n","As printed in the list\n"])
