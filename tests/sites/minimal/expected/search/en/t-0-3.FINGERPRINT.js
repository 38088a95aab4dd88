qingdanSearch("t-0-3.2qlubomh5l",["990100\n","990121\n","Compiled from the form of **2016**.\n","As printed in the list\n"])
