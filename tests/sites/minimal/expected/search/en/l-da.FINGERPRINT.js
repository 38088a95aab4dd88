qingdanSearch("l-da.4p7krlusud",["",{"da ji jia mao wei lie":["1打击假冒伪劣"]}])
