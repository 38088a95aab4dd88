qingdanSearch("d-e-0.4cer5iuk3c",[0,[0],"v5swv24wgj","ig6fzg7fz4atcqugmlul3j4wpiq45jbzlnc6b2isyf7kyphkk6"])
