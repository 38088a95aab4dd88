"""Makes the files and their expectations again: python all.py [form …]."""

import importlib
import os
import sys

import place

FORMS = ["one_table", "table_a_type", "form_an_item", "township", "duties", "services_lists", "boundaries", "many", "refused"]

os.makedirs(place.FILES, exist_ok=True)
os.makedirs(place.EXPECTED, exist_ok=True)
for form in sys.argv[1:] or FORMS:
    importlib.import_module(form).make()
print(len(place.MADE), "files")
