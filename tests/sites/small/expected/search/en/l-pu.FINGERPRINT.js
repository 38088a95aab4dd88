qingdanSearch("l-pu.arep3faqer",["publication",{}])
