qingdanSearch("l-da",["",{"da ji jia mao wei lie":["1打击假冒伪劣"]}])
