qingdanSearch("l-fo.qgqvcet63d",["for forg form",{}])
