qingdanSearch("t-0",["秤和表。\n","1\n管理<b>计量器具</b>、a < b & c > d 和 <script>alert(1)</script>。\n检定\"电子秤\"与'表'\n<img src=x onerror=alert(1)> 与 *强调*、[链接](javascript:alert(1))\n1\n","990122\n",""])
