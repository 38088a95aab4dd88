qingdanSearch("t-0-4.6wp7vr47ef",["As printed in the list\n","As printed in the list\n"])
