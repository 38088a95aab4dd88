qingdanSearch("d-p-0.fsaj6liv33","vkidudadpg53xzs64iwl")
