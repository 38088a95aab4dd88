"""Makes the unseen files and their expectations again: python all.py [module …]."""

import importlib
import os
import sys

import base
import place

MODULES = ["power_tables", "power_types", "item_forms", "towns", "duty_papers", "service_papers", "border_papers", "many_papers"]

os.makedirs(place.FILES, exist_ok=True)
os.makedirs(place.EXPECTED, exist_ok=True)
for module in sys.argv[1:] or MODULES:
    importlib.import_module(module).make()
print(len(place.MADE), "files")
