qingdanSearch("d-p-0.jjgkjidsdu","uyho5hakvbnaaqpwiaij")
