"""Reads the made files with other programs than those that made them, and holds every cell that is not empty against the expectations."""

import csv
import glob
import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter

import openpyxl
import yaml
from lxml import etree, html

import place
from paper import letters

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def squeezed(text):
    text = str(text).replace("_x000D_", "")
    text = "".join(chr(ord(c) - 0xFEE0) if "０" <= c <= "９" else c for c in text)
    return re.sub(r"[\s\u3000\xa0]", "", text)


def of_workbook(path):
    if not path.endswith(".xlsx"):
        folder = tempfile.mkdtemp()
        subprocess.run(["soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/corpus-office", "--headless", "--convert-to", "xlsx", "--outdir", folder, path], check=True, capture_output=True)
        path = glob.glob(folder + "/*.xlsx")[0]
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for (row, col), cell in list(sheet._cells.items()):
            if cell.value not in (None, ""):
                value = cell.value
                yield f"{sheet.title}!{letters(col)}{row}", str(value.date()) if hasattr(value, "date") else value


def of_csv(path):
    data = open(path, "rb").read()
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        try:
            text = data.decode(encoding) if encoding != "utf-16" or data[:2] in (b"\xff\xfe", b"\xfe\xff") else 1 / 0
            break
        except (UnicodeDecodeError, ZeroDivisionError):
            continue
    mark = max(",;\t", key=text.count)
    for row, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
        for col, cell in enumerate(cells, 1):
            if cell:
                yield f"{os.path.basename(path)[:-4]}!{letters(col)}{row}", cell


def of_html(path):
    data = open(path, "rb").read()
    tree = html.fromstring(data.decode("gbk" if b"charset=gbk" in data else "utf-8"))
    tables = paragraphs = 0
    for piece in tree.find("body"):
        if piece.tag != "table":
            paragraphs += 1
            yield f"P{paragraphs}", piece.text_content()
            continue
        tables, covered = tables + 1, set()
        for row, tr in enumerate(piece.findall("tr"), 1):
            col = 0
            for td in tr:
                col += 1
                while (row, col) in covered:
                    col += 1
                down, across = int(td.get("rowspan", 1)), int(td.get("colspan", 1))
                covered |= {(row + r, col + c) for r in range(down) for c in range(across)}
                if td.text_content().strip("\xa0 \n"):
                    yield f"T{tables}!{letters(col)}{row}", td.text_content()


def text_of(node):
    """The text as Word shows it: nothing deleted, text boxes once, and a mark where a number is made."""
    out = ["#" for _ in node.iter(f"{W}numPr")]
    for text in node.iter(f"{W}t"):
        if not any(up.tag in (f"{W}del", f"{MC}Fallback") for up in text.iterancestors()):
            out.append(text.text or "")
    return "".join(out)


def rows_of(table, kind):
    """Rows or cells, through the content controls around them."""
    for child in table:
        if child.tag == f"{W}{kind}":
            yield child
        elif child.tag == f"{W}sdt":
            yield from rows_of(child.find(f"{W}sdtContent"), kind)


def of_table(table, address):
    for row, tr in enumerate(rows_of(table, "tr"), 1):
        before = tr.find(f"{W}trPr/{W}gridBefore")
        col = 1 + (int(before.get(f"{W}val")) if before is not None else 0)
        for tc in rows_of(tr, "tc"):
            at, inner = f"{address}!{letters(col)}{row}", 0
            own = etree.fromstring(etree.tostring(tc))
            for nested in [child for child in tc.iter(f"{W}tbl")]:
                inner += 1
                yield from of_table(nested, f"{at}/T{inner}")
            for nested in own.findall(f".//{W}tbl"):
                nested.getparent().remove(nested)
            if text_of(own):
                yield at, text_of(own)
            span = tc.find(f"{W}tcPr/{W}gridSpan")
            col += int(span.get(f"{W}val")) if span is not None else 1


def of_word(path):
    tree = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    tables = paragraphs = 0
    for piece in tree.find(f"{W}body"):
        if piece.tag == f"{W}tbl":
            tables += 1
            yield from of_table(piece, f"T{tables}")
        elif text_of(piece):
            paragraphs += 1
            yield f"P{paragraphs}", text_of(piece)


def expanded(block):
    sheet, cells = block["cells"].split("!")
    first, last = cells.split(":")
    col = re.match("[A-Z]+", first)[0]
    return {f"{sheet}!{col}{row}" for row in range(int(first[len(col):]), int(last[len(col):]) + 1)}


def verify(path, mess):
    expected = yaml.load(open(path, encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    mess.update(expected["mess"])
    file = os.path.join(place.FILES, expected["file"])
    if expected["outcome"] == "refused":
        return 0, []
    ending = file.rsplit(".", 1)[1]
    head = open(file, "rb").read(5)
    read = of_html if head == b"<html" else {"csv": of_csv, "docx": of_word}.get(ending, of_workbook)
    found = dict(read(file))
    wanted = {entry["cell"]: entry for entry in expected["cells"]}
    blocks = set().union(*(expanded(block) for block in expected.get("blocks", [])))
    faults = [f"not expected: {cell} {found[cell]!r}" for cell in sorted(set(found) - set(wanted) - blocks)]
    faults += [f"not in the file: {cell}" for cell in sorted((set(wanted) | blocks) - set(found))]
    for cell in set(found) & set(wanted):
        entry, text = wanted[cell], squeezed(found[cell])
        value = squeezed(entry.get("printed", entry["value"]))
        if entry["key"] in ("blank",) or entry.get("automatic") or entry.get("damaged"):
            continue
        if value not in text and text not in value and not entry["key"].startswith("list."):
            faults.append(f"reads otherwise: {cell} {found[cell]!r} for {entry['value']!r}")
    return len(wanted) + len(blocks), faults


if __name__ == "__main__":
    mess, cells, files, wrong = Counter(), 0, 0, 0
    for path in sorted(glob.glob(os.path.join(place.EXPECTED, "*.yaml"))):
        number, faults = verify(path, mess)
        cells, files, wrong = cells + number, files + 1, wrong + len(faults)
        for fault in faults[:8]:
            print(os.path.basename(path), fault)
    print(files, "files,", cells, "cells,", wrong, "faults")
    print("in one file alone:", sorted(kind for kind, count in mess.items() if count == 1))
    sys.exit(wrong > 0)
