qingdanSearch("l-tr.o7744jif7g",["trad",{}])
