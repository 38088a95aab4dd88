qingdanSearch("t-0-0.uxiptlcecd",["秤和表。\n","1\n管理计量器具。\n检定电子秤\n1\n","990122\n",""])
