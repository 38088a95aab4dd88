qingdanSearch("l-fo.vqqac4wciv",["form",{}])
