qingdanSearch("l-09.jxng63jq7k",["0999",{}])
