qingdanSearch("l-12.nxbaa57zig",["12315",{}])
