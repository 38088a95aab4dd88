qingdanSearch("d-l.uwyzh74svm",{"99":"4qwhwylwkn","ji":"qzhh3hs6tj","jl":"fakpphbtym","li":"ejtfk4gpdh","lx":"erc4mhwyvd","zh":"ulqeyfr34q"})
