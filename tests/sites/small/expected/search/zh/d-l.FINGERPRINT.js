qingdanSearch("d-l.wax557b53a",{"99":"4qwhwylwkn","ji":"qzhh3hs6tj","jl":"fakpphbtym","li":"jnmnimxnp5","lx":"chg5fyxvc3","zh":"ulqeyfr34q"})
