qingdanSearch("l-co.f3vuamt652",["condition count",{}])
