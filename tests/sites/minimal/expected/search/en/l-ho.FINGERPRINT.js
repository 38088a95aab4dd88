qingdanSearch("l-ho.t2ujhitwym",["hotlin how",{}])
