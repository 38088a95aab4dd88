qingdanSearch("l-by.z6wxxlud7k",["by",{}])
