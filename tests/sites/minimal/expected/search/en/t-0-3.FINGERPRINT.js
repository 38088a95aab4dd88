qingdanSearch("t-0-3.42vidzzgiq",["990000\n","990100\n","990121\n","Compiled from the form of **2016**.\n"])
