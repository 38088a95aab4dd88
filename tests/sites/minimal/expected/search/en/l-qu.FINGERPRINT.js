qingdanSearch("l-qu.svh42frnia",["qualification qualit quantit quarter",{}])
