qingdanSearch("d-e-0.wf37jfkrcc",[0,[0],"3mu7s62qoy","pybjpy5upoktur7cg4dlberibz5o4q42vidzzgiq6wp7vr47ef"])
