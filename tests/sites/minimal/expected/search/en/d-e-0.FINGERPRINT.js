qingdanSearch("d-e-0.ycnnvhacjg",[0,[0],"iypmerruje","pybjpy5upo4om6byyocsmqfzevtz262qlubomh5lafgrok36nq"])
