qingdanSearch("d-p-0.jffdayomyz","oaat6dvl46")
