"""openpyxl: the workbook holds, cell by cell, what the CSV files hold, and phones, codes and dates are text."""

from pathlib import Path

import openpyxl
import tables

NAME = "openpyxl"


def expected(kind: str, text: str):
    """What a cell must hold, given its type and the text of the CSV file."""
    if text == "":
        return None
    if kind == "boolean":
        return text == "true"
    if kind in ("integer", "number"):
        return float(text)
    return text


def check_sheet(sheet, described: list[dict], rows: list[dict[str, str]]) -> int:
    name = sheet.title
    assert sheet.freeze_panes == "B2", f"{name}: the header is not frozen"
    assert sheet.auto_filter.ref, f"{name}: no filter"
    header = [cell.value for cell in sheet[1]]
    assert header == [field["name"] for field in described], f"{name}: other columns"
    assert sheet.max_row == len(rows) + 1, f"{name}: {sheet.max_row - 1} rows instead of {len(rows)}"
    texts = 0
    for cells, row in zip(sheet.iter_rows(min_row=2), rows, strict=True):
        for cell, field in zip(cells, described, strict=True):
            wanted = expected(field["type"], row[field["name"]])
            assert cell.value == wanted, f"{name}!{cell.coordinate}: {cell.value!r} instead of {wanted!r}"
            assert cell.data_type != "f", f"{name}!{cell.coordinate} is a formula"
            if isinstance(wanted, str):
                assert cell.data_type == "s" and cell.number_format == "@", f"{name}!{cell.coordinate} is no text"
                texts += 1
    return texts


def check_workbook(path: Path, read, described: dict[str, list[dict]]) -> str:
    workbook = openpyxl.load_workbook(path)
    dictionary, *sheets = workbook.sheetnames
    assert sheets == list(described), "sheets are not the tables"
    lines = list(workbook[dictionary].iter_rows(min_row=2, values_only=True))
    names = [(table, field["name"]) for table, fields in described.items() for field in fields]
    assert [(line[0], line[4]) for line in lines] == names, "the data dictionary leaves out columns"
    assert all(line[7] and line[8] for line in lines), "a column without a meaning"
    texts = sum(check_sheet(workbook[table], described[table], read(table)) for table in sheets)
    return f"{len(sheets)} sheets, {texts} cells of text, {len(lines)} columns in the dictionary"


def check(data: Path) -> str:
    phones = [row["phone"] for row in tables.rows(data, "office_phones")]
    assert any(phone.startswith("0") for phone in phones), "no phone begins with a nought: nothing would be proved"
    return check_workbook(data / "qingdan.xlsx", lambda table: tables.rows(data, table), tables.columns(data))


def edit(data: Path, table: str, column: str, change) -> None:
    workbook = openpyxl.load_workbook(data / "qingdan.xlsx")
    sheet = workbook[table]
    header = [cell.value for cell in sheet[1]]
    change(sheet.cell(row=2, column=header.index(column) + 1))
    workbook.save(data / "qingdan.xlsx")


def phone_as_number(data: Path) -> None:
    """a phone that became a number"""

    def change(cell) -> None:
        cell.value = int("".join(c for c in cell.value if c.isdigit()))

    edit(data, "office_phones", "phone", change)


def code_as_number(data: Path) -> None:
    """the code of a region that became a number"""

    def change(cell) -> None:
        cell.value = int(cell.value)

    edit(data, "regions", "code", change)


def formula(data: Path) -> None:
    """a text that became a formula"""

    def change(cell) -> None:
        cell.value = "=1+1"

    edit(data, "duties", "name_zh", change)


def faults(_: Path) -> list:
    return [phone_as_number, code_as_number, formula]
