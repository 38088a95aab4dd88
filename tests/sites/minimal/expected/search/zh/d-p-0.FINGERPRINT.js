qingdanSearch("d-p-0.cyejvpf4yz","zzkchmkxteuzmlczukym")
