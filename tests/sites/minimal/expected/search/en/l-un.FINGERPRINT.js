qingdanSearch("l-un.62iqx5vhvw",["unlawful",{}])
