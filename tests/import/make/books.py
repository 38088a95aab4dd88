"""Writes grids as workbooks: openpyxl for .xlsx, xlwt for .xls, LibreOffice for what it converts, and plain text for .csv and HTML."""

import html
import os
import re
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from paper import letters

DATE = "2024-03-01T08:00:00Z"


def same_zip(path, edit=None):
    """Packs a zip again with one date for all parts, the dates of its properties fixed; `edit` may change a part."""
    with zipfile.ZipFile(path) as old:
        parts = [(info, old.read(info.filename)) for info in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for info, data in parts:
            name = info.filename
            if name in ("docProps/core.xml", "meta.xml"):
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", DATE.encode(), data)
                data = re.sub(rb"<meta:editing-duration>[^<]*<", b"<meta:editing-duration>PT0S<", data)
            if name.startswith("xl/") and name.endswith(".xml"):
                # Characters as Excel writes them, not their numbers; control characters stay numbers.
                data = re.sub(rb"&#(\d{2,6});", lambda m: chr(int(m[1])).encode() if int(m[1]) > 127 else m[0], data)
            if name == "styles.xml":
                # The page head that LibreOffice gives every sheet names the hour.
                data = re.sub(rb"(<text:(time|date)[^>]*>)[^<]*<", rb"\1<", re.sub(rb' text:(time|date)-value="[^"]*"', b"", data))
                # It writes the page styles of several sheets in no order.
                pages = rb'<style:master-page style:name="PageStyle.*</style:master-page>'
                data = re.sub(pages, lambda m: b"".join(sorted(re.findall(rb"<style:master-page .*?</style:master-page>", m[0], re.S))), data, flags=re.S)
            if edit:
                data = edit(name, data)
                if data is None:
                    continue
            fresh = zipfile.ZipInfo(name, (2024, 3, 1, 8, 0, 0))
            fresh.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(fresh, data)


def to_xlsx(path, grids, decorate=None, edit=None, inline=False):
    """A workbook; `decorate` may do to it what openpyxl can, `edit` what only its XML can; `inline` leaves the texts in the cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    thin = Side(style="thin")
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        sheet.sheet_state = grid.state
        for (row, col), cell in grid.cells.items():
            target = sheet.cell(row, col)
            stored = cell.stored
            if cell.look == "rich":
                half = max(1, len(stored) // 2)
                stored = CellRichText(TextBlock(InlineFont(b=True), stored[:half]), stored[half:])
            target.value = stored
            if isinstance(stored, str) and stored.startswith("="):
                target.data_type = "s"
            if cell.look and cell.look.startswith("format:"):
                target.number_format = cell.look.removeprefix("format:")
            target.alignment = Alignment(wrap_text=True, vertical="center")
            target.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            if cell.entry["key"] == "head":
                target.font = Font(bold=True)
            if cell.span != (1, 1):
                sheet.merge_cells(start_row=row, start_column=col, end_row=row + cell.span[0] - 1, end_column=col + cell.span[1] - 1)
        for row in grid.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for col in grid.hidden_cols:
            sheet.column_dimensions[letters(col)].hidden = True
    if decorate:
        decorate(book)
    book.save(path)
    if not inline:
        shared(path)
    same_zip(path, edit)


def formats_to_the_end(sheet, columns):
    """Formats, and nothing else, down to the last row a sheet can have."""
    fill = PatternFill("solid", fgColor="FFFFFF")
    for col in range(1, columns + 1):
        sheet.column_dimensions[letters(col)].width = 16
        for row in (65536, 500000, 1048576):
            sheet.cell(row, col).fill = fill


def to_xls(path, grids, protect=(), damaged=()):
    """A BIFF8 workbook by xlwt."""
    book = xlwt.Workbook(encoding="utf-8")
    style = xlwt.easyxf("align: wrap on, vert centre; borders: left thin, right thin, top thin, bottom thin")
    day = xlwt.easyxf("align: wrap on", num_format_str="yyyy-mm-dd")
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        sheet.visibility = {"visible": 0, "hidden": 1, "veryHidden": 2}[grid.state]
        for (row, col), cell in sorted(grid.cells.items()):
            look = day if cell.look == "date" or (cell.look or "").startswith("format:") else style
            if cell.span == (1, 1):
                sheet.write(row - 1, col - 1, cell.stored, look)
            else:
                sheet.write_merge(row - 1, row + cell.span[0] - 2, col - 1, col + cell.span[1] - 2, cell.stored, look)
        for row in grid.hidden_rows:
            sheet.row(row - 1).hidden = True
        for col in grid.hidden_cols:
            sheet.col(col - 1).hidden = True
        if grid.name in protect:
            sheet.protect = True
            sheet.password = "0000"
    book.save(path)


def convert(source, target, filters=None):
    """LibreOffice opens a file and saves it in the form that the ending of `target` says."""
    ending = target.rsplit(".", 1)[1]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/corpus-office", "--headless", "--convert-to",
                        f"{ending}:{filters}" if filters else ending, "--outdir", folder, source], check=True, capture_output=True, timeout=180)
        made = os.path.join(folder, os.path.basename(source).rsplit(".", 1)[0] + "." + ending)
        shutil.move(made, target)
    if ending in ("ods", "odt", "docx", "xlsx"):
        same_zip(target)


def by_office(path, grids, decorate=None):
    """A workbook that LibreOffice has saved as .ods or .xls."""
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, os.path.basename(path).rsplit(".", 1)[0] + ".xlsx")
        to_xlsx(plain, grids, decorate)
        convert(plain, path)


def rows_of(grid):
    """The stored texts by rows, empty ones as empty texts."""
    height = max(row + cell.span[0] - 1 for (row, _), cell in grid.cells.items())
    width = max(col + cell.span[1] - 1 for (_, col), cell in grid.cells.items())
    return [[str(grid.cells[row, col].stored) if (row, col) in grid.cells else "" for col in range(1, width + 1)] for row in range(1, height + 1)]


def to_csv(path, grid, encoding, mark, bom=b"", ending="\r\n"):
    """A table of text; cells with the mark, a quote or a line end stand in quotes."""
    def quoted(text):
        text = text.replace("\n", "\n")
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in (mark, '"', "\n")) else text
    text = "".join(mark.join(quoted(cell) for cell in row) + ending for row in rows_of(grid))
    with open(path, "wb") as out:
        out.write(bom + text.encode(encoding))


def html_table(grid):
    """One table of HTML, with what it merges."""
    covered, out = set(), ["<table border=1 cellspacing=0>"]
    height = max(row + cell.span[0] - 1 for (row, _), cell in grid.cells.items())
    width = max(col + cell.span[1] - 1 for (_, col), cell in grid.cells.items())
    for row in range(1, height + 1):
        out.append("<tr>")
        for col in range(1, width + 1):
            if (row, col) in covered:
                continue
            cell = grid.cells.get((row, col))
            if not cell:
                out.append("<td>&nbsp;</td>")
                continue
            down, across = cell.span
            covered |= {(row + r, col + c) for r in range(down) for c in range(across)}
            text = html.escape(str(cell.stored), quote=False).replace("\n", "<br>").replace("\xa0", "&nbsp;")
            span = (f" rowspan={down}" if down > 1 else "") + (f" colspan={across}" if across > 1 else "")
            tag = "th" if cell.entry["key"] == "head" else "td"
            long = ' style="mso-number-format:\'\\@\'"' if str(cell.stored).isdigit() and len(str(cell.stored)) > 15 else ""
            out.append(f"<{tag}{span}{long}>{text}</{tag}>")
        out.append("</tr>")
    return "\n".join([*out, "</table>"])


def to_html(path, pieces, encoding="utf-8", declare=True):
    """An HTML page, whatever its name says; a piece is a grid or a (tag, text)."""
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={encoding}">' if declare else ""
    body = "\n".join(html_table(piece) if not isinstance(piece, tuple) else f"<{piece[0]}>{html.escape(piece[1])}</{piece[0]}>" for piece in pieces)
    page = f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>{meta}<style>td{{mso-number-format:General}}</style></head><body>\n{body}\n</body></html>\n'
    with open(path, "wb") as out:
        out.write(page.encode(encoding))


def cached_formulas(cells, sheet="sheet1"):
    """An `edit` that gives cells of a sheet a formula; their value stays as the cached one. `cells`: reference to formula."""
    def edit(name, data):
        if name != f"xl/worksheets/{sheet}.xml":
            return data
        found = []

        def with_formula(cell):
            if cell[1] not in cells:
                return cell[0]
            found.append(cell[1])
            return f'<c r="{cell[1]}"{cell[2]}><f>{cells[cell[1]]}</f>{cell[4]}'
        text = re.sub(r'<c r="([A-Z]+\d+)"([^>]*?)( t="n")?>(<v)', with_formula, data.decode())
        assert len(found) == len(cells), sorted(set(cells) - set(found))
        return text.encode()
    return edit


def shared(path):
    """Moves the texts of the cells, which openpyxl writes into them (`t="inlineStr"`), to the table of shared texts, where Excel keeps them."""
    table = {}

    def moved(found):
        number = table.setdefault(found[3], len(table))
        return f'{found[1]} t="s"{found[2]}><v>{number}</v>'

    def edit(name, data):
        text = data.decode() if name.endswith((".xml", ".rels")) else ""
        if name.startswith("xl/worksheets/sheet"):
            return re.sub(r'(<c r="[A-Z]+\d+"[^>]*?) t="inlineStr"([^>]*)><is>(.*?)</is>', moved, text, flags=re.S).encode()
        if name == "[Content_Types].xml":
            return text.replace("</Types>", '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>').encode()
        if name == "xl/_rels/workbook.xml.rels":
            return text.replace("</Relationships>", '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml" Id="rIdTexts"/></Relationships>').encode()
        return data
    same_zip(path, edit)
    with zipfile.ZipFile(path, "a") as book:
        fresh = zipfile.ZipInfo("xl/sharedStrings.xml", (2024, 3, 1, 8, 0, 0))
        fresh.compress_type = zipfile.ZIP_DEFLATED
        texts = "".join(f"<si>{text}</si>" for text in table)
        book.writestr(fresh, f'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{len(table)}">{texts}</sst>')


def phonetic(words):
    """An `edit` that adds readings to shared texts. `words`: text to reading."""
    def edit(name, data):
        if name != "xl/sharedStrings.xml":
            return data
        text = data.decode()
        for word, reading in words.items():
            added = f'<rPh sb="0" eb="{len(word)}"><t>{reading}</t></rPh><phoneticPr fontId="0"/>'
            text, count = re.subn(rf"(<si><t[^>]*>{re.escape(word)}</t>)(</si>)", rf"\1{added}\2", text)
            assert count == 1, word
        return text.encode()
    return edit


def edits(*several):
    """Several `edit`s, one after another."""
    def edit(name, data):
        for one in several:
            data = one(name, data)
        return data
    return edit
