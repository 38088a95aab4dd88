"""Holds every cell of the unseen files against the expectations, with the reader of `../../make/verify.py`. Cells of blanks alone are nothing."""

import glob
import importlib.util
import os
import sys
from collections import Counter

import base
import place

spec = importlib.util.spec_from_file_location("first_verify", os.path.join(os.path.dirname(place.__file__), "verify.py"))
first = importlib.util.module_from_spec(spec)
spec.loader.exec_module(first)


def with_text(reader):
    return lambda path: ((cell, text) for cell, text in reader(path) if first.squeezed(text))


for name in ("of_workbook", "of_csv", "of_html", "of_word"):
    setattr(first, name, with_text(getattr(first, name)))

if __name__ == "__main__":
    mess, cells, files, wrong = Counter(), 0, 0, 0
    for path in sorted(glob.glob(os.path.join(place.EXPECTED, "*.yaml"))):
        number, faults = first.verify(path, mess)
        cells, files, wrong = cells + number, files + 1, wrong + len(faults)
        print(f"{os.path.basename(path)}: {number} cells, {len(faults)} faults")
        for fault in faults[:8]:
            print("  ", fault)
    print(files, "files,", cells, "cells,", wrong, "faults")
    sys.exit(wrong > 0)
