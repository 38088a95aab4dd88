qingdanSearch("d-p-0.hz3vltdaxc","wufmbautlolrul3gdzvz2qeeqc5z67cwo5sgjbgy")
