qingdanSearch("d-p-0.u4aurcdrvy","yixq4be7rmqf7v7mbsbrvkxldfjy43pcvjphci77")
