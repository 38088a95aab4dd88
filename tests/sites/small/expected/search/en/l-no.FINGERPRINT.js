qingdanSearch("l-no.un4gqhirsy",["non not",{}])
