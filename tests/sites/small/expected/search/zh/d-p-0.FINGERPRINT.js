qingdanSearch("d-p-0.uipdjpfjd6","eccdkzja6w")
