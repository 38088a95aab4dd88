qingdanSearch("l-st.rft65fz4dp",["staff standard statutor still",{}])
