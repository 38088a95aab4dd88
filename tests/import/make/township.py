"""Form 4: a township's list in three parts: its own items, items in cooperation, items that departments took back."""

import books
from letters import Doc
from paper import Col, Grid, Val
from place import expect
from words import wide
from township_words import BASIC, COOPERATION, DOING, TAKEN_BACK, THINGS

FORM = "township"
CN = "一二三四五六七八九十"


def basic_table(g, row, groups, section=lambda at, title, count: (f"{CN[at]}、{title}（{count}项）", {"number": f"{CN[at]}、", "count": count}), width=2, heads=True, number=lambda n: n):
    """Numbers and names, a printed heading over each group."""
    cols = [Col("序号", "number", lambda p, i: p["no"]), Col("事项名称", "name", lambda p, i: p["name"])]
    if heads:
        row = g.heads(row, cols)
    no = 0
    for at, (title, names) in enumerate(groups.items()):
        text, more = section(at, title, len(names))
        g.put(row, 1, text, "section", title, span=(1, width), role="basic", **more)
        records = [{"no": number(no + n), "name": name} for n, name in enumerate(names, 1)]
        no += len(names)
        row = g.table(row + 1, cols, records, heads=False)
    return row


def department_names(found, join="\n"):
    names = [name for name, _ in found]
    return Val(join.join(names), parts=names)


def department_parts(found, form="{name}：{text}", join="\n"):
    if len(found) == 1:
        return Val(found[0][1], parts=[{"name": found[0][0], "text": found[0][1]}])
    return Val(join.join(form.format(no=no, name=name, text=text) for no, (name, text) in enumerate(found, 1)), parts=[{"name": name, "text": text} for name, text in found])


def liuping():
    """Word: three tables under headings; in the second a row for each department, the item merged down by vMerge."""
    doc = Doc()
    doc.par("柳坪镇履行职责事项清单", "list.title")
    doc.par("（2025年5月）", "list.published", "2025-05")
    total = sum(len(names) for names in BASIC.values())
    doc.par(f"一、基本履职事项清单（共{total}项）", "section", "基本履职事项清单", number="一、", count=total, role="basic")
    g = Grid("", role="basic")
    basic_table(g, 1, BASIC)
    doc.grid(g)
    doc.par(f"二、配合履职事项清单（共{len(COOPERATION)}项）", "section", "配合履职事项清单", number="二、", count=len(COOPERATION), role="cooperation")
    g = Grid("", role="cooperation")
    records = [{"name": name, "department": department, "duty": duty, "town": town, "no": str(no), "item": name}
               for no, (_, name, departments, town) in enumerate(COOPERATION, 1) for department, duty in departments]
    cols = [Col("序号", "number", lambda p, i: p["no"], merge=True), Col("事项名称", "name", lambda p, i: p["item"], merge=True), Col("对应上级部门", "department_name", lambda p, i: Val(p["department"], parts=[p["department"]])),
            Col("上级部门职责", "department_part", lambda p, i: Val(p["duty"], parts=[{"name": p["department"], "text": p["duty"]}])), Col("镇街配合职责", "township_part", lambda p, i: p["town"], merge=True)]
    g.table(1, cols, records)
    one_item(g)
    doc.grid(g)
    doc.par(f"三、上级部门收回事项清单（共{len(TAKEN_BACK)}项）", "section", "上级部门收回事项清单", number="三、", count=len(TAKEN_BACK), role="taken-back")
    g = Grid("", role="taken-back")
    numbering = doc.list_of("%1")
    cols = [Col("序号", "number", lambda p, i: Val("", str(i + 1), automatic=True, look=f"auto:{numbering}")), Col("事项名称", "name", lambda p, i: Val(p["name"], look="tracked") if i == 2 else p["name"]),
            Col("承接部门", "department_name", lambda p, i: Val(p["to"], parts=[p["to"]])), Col("工作方式", "manner", lambda p, i: Val(p["manner"], parts=[{"name": p["to"], "text": p["manner"]}]))]
    g.table(1, cols, [{"name": name, "to": to, "manner": manner} for name, to, manner in TAKEN_BACK])
    doc.grid(g)
    path = expect("township-liuping.docx", FORM, ["title-row", "section-rows", "vMerge", "merged-across", "automatic-numbering", "tracked-changes", "counts-in-headings"], entries=doc.expected, kind="township")
    doc.save(path)


def one_item(g):
    """Where an item is merged over rows of its departments, it is one item, not one for each row."""
    for cell in g.cells.values():
        if "items" in cell.entry and len(set(cell.entry["items"])) == 1:
            cell.entry["item"] = cell.entry.pop("items")[0]


def qingshi():
    """Three sheets; several departments in a cell, told apart by line ends; their parts after their names."""
    grids = []
    g = Grid("基本履职事项", role="basic")
    total = sum(len(names) for names in BASIC.values())
    g.put(1, 1, f"青石岭乡基本履职事项清单（{total}项）", "list.title", span=(1, 2), count=total)
    row = basic_table(g, 2, BASIC, section=lambda at, title, count: (f"（{CN[at]}）{title}", {"number": f"（{CN[at]}）"}))
    g.put(row, 1, "注：基本履职事项由乡人民政府组织实施。", "list.notes", span=(1, 2))
    grids.append(g)
    g = Grid("配合履职事项", role="cooperation")
    g.put(1, 1, "青石岭乡配合履职事项清单", "list.title", span=(1, 6))
    cols = [Col("序号", "number", lambda p, i: i + 1), Col("类别", "section", lambda p, i: p["section"], merge=True), Col("事项名称", "name", lambda p, i: p["name"]),
            Col("对应上级部门", "department_name", lambda p, i: department_names(p["found"])), Col("上级部门职责", "department_part", lambda p, i: department_parts(p["found"])),
            Col("乡镇配合职责", "township_part", lambda p, i: p["town"])]
    g.table(2, cols, sorted([{"name": name, "section": section, "found": found, "town": town} for section, name, found, town in COOPERATION], key=lambda p: p["section"]))
    grids.append(g)
    g = Grid("上级部门收回事项", role="taken-back")
    g.put(1, 1, "青石岭乡上级部门收回事项清单", "list.title", span=(1, 4))
    cols = [Col("序号", "number", lambda p, i: str(i + 1)), Col("收回事项名称", "name", lambda p, i: p["name"]), Col(("承接部门及工作方式", "承接部门"), "department_name", lambda p, i: Val(p["to"], parts=[p["to"]])),
            Col(("承接部门及工作方式", "工作方式"), "manner", lambda p, i: Val(p["manner"] + "_x000D_\n", parts=[{"name": p["to"], "text": p["manner"]}]))]
    g.table(2, cols, [{"name": name, "to": to, "manner": manner} for name, to, manner in TAKEN_BACK])
    grids.append(g)
    empty = Grid("Sheet4", state="hidden", lookup=True)
    empty.put(1, 1, "基本履职事项", "report")
    empty.put(2, 1, "配合履职事项", "report")
    path = expect("township-qingshi.xlsx", FORM, ["sheets-for-parts", "section-rows", "title-row", "merged-down", "merged-across", "head-two-rows", "several-departments", "x000D", "hidden-sheet", "numbers-as-text",
                  "note-rows", "counts-in-headings"], [*grids, empty], kind="township")
    books.to_xlsx(path, [*grids, empty])


def nanpu():
    """308 items of its own, then the other two parts below, all in one sheet; page heads repeated every eighty rows."""
    g = Grid("清单")
    g.put(1, 1, "南浦街道履行职责事项清单", "list.title", span=(1, 5))
    g.put(2, 1, "一、基本履职事项（308项）", "section", "基本履职事项", span=(1, 5), number="一、", count=308, role="basic")
    cols = [Col("序号", "number", lambda p, i: p["no"]), Col("事项名称", "name", lambda p, i: p["name"])]
    row, no = g.heads(3, cols), 0
    for title in THINGS:
        g.put(row, 1, title, "section", span=(1, 5), role="basic")
        row += 1
        for thing in THINGS[title]:
            for doing in DOING[title]:
                no += 1
                if no in (81, 161, 241):
                    g.put(row, 1, f"第{no // 80 + 1}页", "filler", span=(1, 5))
                    row = g.heads(row + 1, cols, key="repeated-head")
                g.put(row, 1, no, "number", item=doing + thing)
                g.put(row, 2, doing + thing, "name", item=doing + thing)
                row += 1
    assert no == 308
    row += 1
    g.put(row, 1, "二、配合履职事项（10项）", "section", "配合履职事项", span=(1, 5), number="二、", count=10, role="cooperation")
    cols = [Col("序号", "number", lambda p, i: i + 1), Col("事项名称", "name", lambda p, i: p["name"]), Col("对应上级部门", "department_name", lambda p, i: department_names(p["found"], "、")),
            Col("上级部门职责", "department_part", lambda p, i: department_parts(p["found"], "{no}.{name}：{text}")), Col("街道配合职责", "township_part", lambda p, i: p["town"])]
    row = g.table(row + 1, cols, [{"name": name.replace("县", "区"), "found": [(a.replace("县", "区"), b) for a, b in found], "town": town} for _, name, found, town in COOPERATION])
    g.put(row + 1, 1, "三、上级部门收回事项（8项）", "section", "上级部门收回事项", span=(1, 5), number="三、", count=8, role="taken-back")
    cols = [Col("序号", "number", lambda p, i: i + 1), Col("事项名称", "name", lambda p, i: p["name"]), Col("承接部门", "department_name", lambda p, i: Val(p["to"], parts=[p["to"]])),
            Col("工作方式", "manner", lambda p, i: Val(p["manner"], parts=[{"name": p["to"], "text": p["manner"]}]))]
    row = g.table(row + 2, cols, [{"name": name, "to": to.replace("县", "区"), "manner": manner.replace("县", "区")} for name, to, manner in TAKEN_BACK])
    g.put(row, 1, "合计", "count")
    g.put(row, 2, "326项", "count")
    path = expect("township-nanpu.xlsx", FORM, ["hundreds-of-rows", "tables-below-each-other", "section-rows", "page-heads-repeated", "repeated-head", "title-row", "merged-across", "several-departments", "subtotals",
                  "formats-to-the-end", "counts-in-headings"], [g], kind="township")
    books.to_xlsx(path, [g], lambda book: books.formats_to_the_end(book["清单"], 5))


def hekou():
    """UTF-16, tabs: one table for all three parts, the part in a column, 同上 in it."""
    g = Grid("township-hekou")
    records = [{"role": "基本履职事项", "word": "basic", "section": section, "name": name} for section, names in BASIC.items() for name in names[:3]]
    records += [{"role": "配合履职事项", "word": "cooperation", "section": section, "name": name, "found": found, "town": town} for section, name, found, town in COOPERATION[:6]]
    records += [{"role": "上级部门收回事项", "word": "taken-back", "section": None, "name": name, "to": to, "manner": manner} for name, to, manner in TAKEN_BACK]
    cols = [
        Col("序号", "number", lambda p, i: str(i + 1)),
        Col("履职类型", "role", lambda p, i: Val(p["role"], word=p["word"]) if i == 0 or records[i - 1]["role"] != p["role"] else Val("同上", p["role"], printed="同上", word=p["word"])),
        Col("领域", "section", lambda p, i: p["section"], same="〃"),
        Col("履职事项名称", "name", lambda p, i: p["name"]),
        Col("对应上级部门", "department_name", lambda p, i: department_names(p["found"], "；") if "found" in p else Val(p["to"], parts=[p["to"]]) if "to" in p else None),
        Col("对应上级部门职责", "department_part", lambda p, i: department_parts(p["found"], "{no}．{name}：{text}", " ") if "found" in p else None),
        Col("乡镇（街道）配合职责", "township_part", lambda p, i: p.get("town")),
        Col("承接方式", "manner", lambda p, i: Val(p["manner"], parts=[{"name": p["to"], "text": p["manner"]}]) if "manner" in p else None),
        Col("风险等级", "note", lambda p, i: "低" if i % 4 == 0 else None),
    ]
    g.table(1, cols, records)
    path = expect("township-hekou.csv", FORM, ["utf-16", "tabs", "ditto", "several-departments", "unknown-columns", "numbers-as-text"], [g], kind="township")
    books.to_csv(path, g, "utf-16-le", "\t", b"\xff\xfe")


def shangwan():
    """.ods: a row for each department with empty cells below the item, numbers at full width, hidden rows."""
    grids = []
    g = Grid("基本履职")
    g.hidden_rows = {7}
    g.facts["role"] = "basic"
    g.put(1, 1, "上湾乡基本履职事项", "list.title", span=(1, 2))

    basic_table(g, 2, {title: names[:4] for title, names in BASIC.items()}, section=lambda at, title, count: (f"{title}\u3000{count}项", {"count": count}), number=lambda n: Val(wide(n), str(n)))
    grids.append(g)
    g = Grid("配合履职", role="cooperation")
    g.put(1, 1, "上湾乡配合履职事项", "list.title", span=(1, 6))
    g.put(2, 1, "单位：上湾乡人民政府", "list.agency", "上湾乡人民政府", span=(1, 6))
    cols = [Col(head, key, None) for head, key in (("序号", "number"), ("配合履职事项", "name"), ("对应部门", "department_name"), ("部门职责", "department_part"), ("乡镇职责", "township_part"), ("备注", "notes"))]
    row = g.heads(3, cols)
    for no, (_, name, found, town) in enumerate(COOPERATION, 1):
        for at, (department, duty) in enumerate(found):
            if at == 0:
                g.put(row, 1, wide(no), "number", str(no), item=name)
                g.put(row, 2, name, "name", item=name)
                g.put(row, 5, town, "township_part", item=name)
            g.put(row, 3, department, "department_name", item=name, parts=[department])
            g.put(row, 4, duty, "department_part", item=name, parts=[{"name": department, "text": duty}])
            row += 1
    grids.append(g)
    g = Grid("收回", role="taken-back")
    g.put(1, 1, "上湾乡上级部门收回事项", "list.title", span=(1, 3))
    cols = [Col("序号", "number", lambda p, i: i + 1), Col("收回事项", "name", lambda p, i: p[0]), Col("收回部门", "department_name", lambda p, i: Val(p[1], parts=[p[1]]))]
    g.table(2, cols, [{0: name, 1: to, "name": name} for name, to, _ in TAKEN_BACK])
    grids.append(g)
    path = expect("township-shangwan.ods", FORM, ["ods", "sheets-for-parts", "section-rows", "title-row", "unit-line", "full-width-digits", "continuing-rows", "hidden-row", "merged-across"], grids, kind="township")
    books.by_office(path, grids)


def make():
    for one in (liuping, qingshi, nanpu, hekou, shangwan):
        one()
