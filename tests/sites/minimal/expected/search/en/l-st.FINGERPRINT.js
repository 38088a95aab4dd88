qingdanSearch("l-st.ink36khtec",["staff standard statutor still stoppag",{}])
