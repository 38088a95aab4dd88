qingdanSearch("l-af.4qd7qguoku",["after",{}])
