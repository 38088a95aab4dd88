qingdanSearch("l-st.62cl4otg5u",["staff",{}])
