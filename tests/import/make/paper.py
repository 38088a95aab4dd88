"""A paper as a grid of cells, each with what is stored in the file and what a careful reader should make of it."""

import datetime
import json
import re


class Val:
    """What stands in a cell (`stored`), how it should read (`value`), and what else is to be said of it (`more`)."""

    def __init__(self, stored, value=None, **more):
        self.stored, self.value, self.more = stored, value, more


class Cell:
    def __init__(self, stored, entry, span, look=None):
        self.stored, self.entry, self.span, self.look = stored, entry, span, look


class Col:
    """A column: its head (a text, or texts from the upper to the lower), the key it belongs under, where its values come from."""

    def __init__(self, head, key, get, merge=False, same=None):
        self.head = (head,) if isinstance(head, str) else head
        self.key, self.get, self.merge, self.same = key, get, merge, same


def clean(stored):
    """How a text reads when Word's and Excel's blanks are gone."""
    if isinstance(stored, float) and stored == int(stored):
        stored = int(stored)
    if isinstance(stored, (datetime.date, datetime.datetime)):
        return stored.strftime("%Y-%m-%d")
    text = str(stored).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    lines = [re.sub(r"^[\s\u3000\xa0]+|[\s\u3000\xa0]+$", "", line) for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def letters(column):
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Grid:
    """One sheet, or one table."""

    def __init__(self, name, state="visible", **facts):
        self.name, self.state, self.facts = name, state, facts
        self.cells, self.hidden_rows, self.hidden_cols, self.blocks, self.within = {}, set(), set(), [], []

    def put(self, row, col, stored, key, value=None, span=(1, 1), look=None, **more):
        """Writes one cell; `span` is how many rows and columns it covers."""
        assert (row, col) not in self.cells, (self.name, row, col)
        if isinstance(stored, Val):
            value, more, stored = stored.value if stored.value is not None else value, {**more, **stored.more}, stored.stored
        look = more.pop("look", look)
        entry = {"key": key, "value": clean(stored) if value is None else value, **more}
        if row in self.hidden_rows or col in self.hidden_cols:
            entry["hidden"] = True
        self.cells[row, col] = Cell(stored, entry, span, look)

    def heads(self, row, cols, left=1, key="head", of_all=True):
        """Writes the heads of a table over as many rows as the deepest has; returns the next row."""
        depth = max(len(col.head) for col in cols)
        for level in range(depth):
            at = 0
            while at < len(cols):
                col, path = cols[at], cols[at].head[: level + 1]
                if level >= len(col.head):
                    at += 1
                    continue
                width = 1
                if level < len(col.head) - 1:
                    while at + width < len(cols) and cols[at + width].head[: level + 1] == path and len(cols[at + width].head) > level + 1:
                        width += 1
                last = level == len(col.head) - 1
                self.put(row + level, left + at, col.head[level], key, span=(depth - level if last else 1, width),
                         **({"of": col.key} if last else {}))
                at += width
        return row + depth

    def table(self, row, cols, records, left=1, heads=True, name="name", head_key="head", start=0):
        """Writes heads and a row for each record; returns the next row. `name` is what the record is called by."""
        if heads:
            row = self.heads(row, cols, left, head_key)
        for at, col in enumerate(cols):
            values = [col.get(record, start + index) for index, record in enumerate(records)]
            index = 0
            while index < len(records):
                value, run = values[index], 1
                if value is None:
                    index += 1
                    continue
                plain = value.stored if isinstance(value, Val) else value
                if col.merge:
                    while index + run < len(records) and values[index + run] is not None and (values[index + run].stored if isinstance(values[index + run], Val) else values[index + run]) == plain:
                        run += 1
                called = [record[name] for record in records[index:index + run]]
                more = {"item": called[0]} if run == 1 else {"items": called}
                if col.key == "note" and not (isinstance(value, Val) and value.more.get("key")):
                    more["head"] = clean("".join(col.head)) if len(col.head) == 1 else "/".join(col.head)
                before = values[index - 1] if index else None
                if col.same and before is not None and not col.merge and before == value:
                    shown = Val(col.same, clean(value), printed=col.same)
                else:
                    shown = value
                key = shown.more.pop("key", col.key) if isinstance(shown, Val) else col.key
                if key == "blank":
                    more["of"] = col.key
                self.put(row + index, left + at, shown, key, span=(run, 1), **more)
                index += run
        return row + len(records)

    def entries(self, address=None):
        """The expectations of this grid, by rows."""
        address = address or self.name
        for (row, col), cell in sorted(self.cells.items()):
            yield {"cell": f"{address}!{letters(col)}{row}", **cell.entry}
        for (row, col), inner in self.within:
            yield from inner.entries(f"{address}!{letters(col)}{row}/{inner.name}")


def scalar(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {scalar(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(scalar(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def under_headings(entries):
    """The entries, with the printed heading that each item stands under; a sheet begins without one."""
    entries, sheet, heading = list(entries), None, None
    for entry in entries:
        here = entry["cell"].split("!")[0]
        if here != sheet and not re.fullmatch(r"[TP]\d+", here):
            sheet, heading = here, None
        if entry["key"] == "section" and "item" not in entry and "items" not in entry:
            heading = entry["value"]
        elif entry["key"] == "name" and heading:
            entry["under"] = heading
    return entries


def write_expected(path, head, entries, blocks=()):
    """Writes the expectations of one file."""
    entries = under_headings(entries)
    seen = set()
    for entry in entries:
        assert entry["cell"] not in seen, entry
        seen.add(entry["cell"])
    names = [entry["value"] for entry in entries if entry["key"] in ("name", "sub_item") and "items" not in entry]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        print(path, "names twice:", doubles[:5])
    with open(path, "w", encoding="utf-8") as out:
        for key, value in head.items():
            if key in ("mess", "grids") or isinstance(value, (str, int, bool)):
                out.write(f"{key}: {scalar(value)}\n")
            else:
                out.write(f"{key}:\n" + "".join(f"  {inner}: {scalar(deep)}\n" for inner, deep in value.items()))
        if blocks:
            out.write("blocks:\n" + "".join(f"- {scalar(block)}\n" for block in blocks))
        if entries:
            out.write("cells:\n" + "".join(f"- {scalar(entry)}\n" for entry in entries))
