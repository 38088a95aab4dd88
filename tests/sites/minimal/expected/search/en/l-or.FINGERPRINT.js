qingdanSearch("l-or.di525a4mcw",["or ordinar organiz",{}])
