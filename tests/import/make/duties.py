"""Form 5: responsibility lists of 2014 and 2015: duties with work items and offices, boundaries, services, regimes."""

import datetime

import books
from duty_words import DUTIES, MATTERS, REGIMES, SERVICES
from letters import Doc
from paper import Col, Grid, Val
from parts import matters, regimes, services
from place import expect
from words import wide

FORM = "duties"
LAWS = ["《中华人民共和国产品质量法》第六十八条", "《中华人民共和国公务员法》第五十九条", "《行政机关公务员处分条例》第二十条", "《中华人民共和国监察法》第四十五条"]


def work(key):
    """A record for each work item: `name` is its text, `duty` the duty that it belongs to."""
    agency, duties = DUTIES[key]
    return agency, [{"name": text, "duty": duty, "no": str(no), "sub": f"{no}.{at}", "office": office, "first": at == 1, "count": len(items), "index": no - 1}
                    for no, (duty, items) in enumerate(duties, 1) for at, (text, office) in enumerate(items, 1)]


def of_duty(g, records):
    """A cell that speaks of a duty names the duty, not the work items beside which it stands; a work item says whose it is."""
    duties = {p["name"]: p["duty"] for p in records}
    for cell in g.cells.values():
        entry = cell.entry
        if entry["key"].startswith("duties."):
            entry.pop("items", None)
            entry["item"] = entry.pop("duty")
        elif entry["key"] == "work_items.text":
            entry["duty"] = duties[entry["item"]]


def duty_cols(head="责任科室", merge=True, remarks=True, number=lambda n: n):
    cols = [
        Col("序号", "duties.number", lambda p, i: Val(number(p["no"]), p["no"], duty=p["duty"]) if merge or p["first"] else None, merge=merge),
        Col("主要职责", "duties.statement", lambda p, i: Val(p["duty"], duty=p["duty"]) if merge or p["first"] else None, merge=merge),
        Col("具体工作事项", "work_items.text", lambda p, i: p["name"]),
        Col(head, "work_items.offices", lambda p, i: p["office"]),
    ]
    if remarks:
        cols.append(Col("备注", "work_items.remarks", lambda p, i: "会同有关部门" if p["sub"] in ("2.3", "4.2") else None))
    return cols


def quality():
    """Word: all four parts, as in the lists of 2015; the duty merged down by vMerge; regimes as paragraphs between the tables."""
    agency, records = work("质监")
    doc = Doc()
    doc.par("双榆县质量技术监督局责任清单", "list.title")
    doc.par("一、部门职责登记表", "part-heading", "部门职责登记表", number="一、", collection="duties")
    doc.par("部门名称（盖章）：双榆县质量技术监督局\u3000\u3000\u3000主要负责人签字：", "list.agency", "双榆县质量技术监督局")
    g = Grid("", collection="duties")
    g.table(1, duty_cols(), records)
    of_duty(g, records)
    doc.grid(g)
    doc.par("二、与相关部门的职责边界登记表", "part-heading", "与相关部门的职责边界登记表", number="二、", collection="boundaries")
    g = Grid("", collection="boundaries")
    matters(g, 1, MATTERS[:3] + MATTERS[5:6])
    doc.grid(g)
    doc.par("三、公共服务事项登记表", "part-heading", "公共服务事项登记表", number="三、", collection="services")
    g = Grid("", collection="services")
    services(g, 1, SERVICES[:8])
    doc.grid(g)
    path = expect("duties-quality.docx", FORM, ["four-parts", "vMerge", "title-row", "unit-line", "odd-blanks", "merged-down"], entries=doc.expected, kind="responsibilities")
    doc.save(path)


def water():
    """Sheets for the parts; the sheet of regimes is a table; phones two in a cell; formats to the end."""
    agency, records = work("水利")
    duties = Grid("部门职责", collection="duties")
    duties.put(1, 1, "双榆县水利局责任清单", "list.title", span=(1, 5))
    duties.put(2, 1, "单位：双榆县水利局", "list.agency", "双榆县水利局", span=(1, 2))
    duties.put(2, 3, Val(datetime.date(2015, 6, 30), look="format:yyyy-mm-dd"), "list.compiled", span=(1, 3))
    row = duties.table(3, duty_cols("责任股室", number=lambda n: wide(n)), records)
    of_duty(duties, records)
    duties.put(row, 1, "注：带有“会同有关部门”的事项，按职责边界办理。", "list.notes", span=(1, 5))
    border = Grid("职责边界", collection="boundaries")
    border.put(1, 1, "双榆县水利局与相关部门的职责边界", "list.title", span=(1, 6))
    matters(border, 2, [MATTERS[3], MATTERS[6]])
    served = Grid("公共服务", collection="services")
    served.put(1, 1, "双榆县水利局公共服务事项", "list.title", span=(1, 5))
    services(served, 2, SERVICES[22:], phone=lambda i: f"0000-71910{i:02d}")
    rules = Grid("事中事后监管", collection="regimes")
    rules.put(1, 1, "事中事后监督管理制度", "list.title", span=(1, 8))

    regimes(rules, 2, REGIMES[3:5])
    grids = [duties, border, served, rules]
    path = expect("duties-water.xlsx", FORM, ["four-parts", "sheets-for-parts", "merged-down", "merged-across", "title-row", "unit-line", "full-width-digits", "date-serial", "note-rows", "formats-to-the-end"],
                  grids, kind="responsibilities")
    books.to_xlsx(path, grids, lambda book: books.formats_to_the_end(book["公共服务"], 5))


def culture():
    """BIFF8 by LibreOffice: work items numbered in the text, 续表 with the heads again, accountability with its basis."""
    agency, records = work("文广")
    g = Grid("责任清单")
    g.put(1, 1, "望川区文化广电新闻出版局责任清单", "list.title", span=(1, 6))
    cols = [
        *duty_cols("责任处室", remarks=False)[:2],
        Col("具体责任事项", "work_items.text", lambda p, i: Val(f"（{p['sub'].split('.')[1]}）{p['name']}", p["name"], number=f"（{p['sub'].split('.')[1]}）")),
        Col("责任处室", "work_items.offices", lambda p, i: p["office"], same="同上"),
        Col(("责任追究", "追责情形"), "duties.accountability", lambda p, i: Val("不依法履行职责，造成不良影响的；\n滥用职权、徇私舞弊的" if p["index"] % 2 else "未按规定程序履行职责的", duty=p["duty"]), merge=True),
        Col(("责任追究", "追责依据"), "duties.accountability.basis", lambda p, i: Val(LAWS[p["index"] % 4], duty=p["duty"]), merge=True),
    ]
    half = next(at for at, p in enumerate(records) if p["no"] == "4")
    row = g.table(2, cols, records[:half])
    g.put(row, 1, "续表", "filler", span=(1, 6))
    row = g.table(row + 1, cols, records[half:], head_key="repeated-head")
    of_duty(g, records)
    g.put(row, 1, "填表说明：责任处室有多个的，第一个为牵头处室。", "list.notes", span=(1, 6))
    path = expect("duties-culture.xls", FORM, ["biff8", "by-office", "continued-table", "repeated-head", "ditto", "head-two-rows", "merged-down", "merged-across", "title-row", "line-breaks", "note-rows"], [g], kind="responsibilities")
    books.by_office(path, [g])


def zone():
    """Word: tracked changes, content controls, numbers by Word, rows that begin in the third column (gridBefore), offices in a text box."""
    agency, records = work("质监")
    doc = Doc()
    doc.par("平川高新区质量监督分局责任清单", "list.title")
    doc.par("一、主要职责", "part-heading", "主要职责", number="一、", collection="duties")
    g = Grid("", collection="duties")
    g.before = {}
    numbering = doc.list_of("%1")
    cols = duty_cols("承办科室", merge=False, remarks=False)
    cols[0].get = lambda p, i: Val("", p["no"], duty=p["duty"], automatic=True, look=f"auto:{numbering}") if p["first"] else None
    cols[1].get = lambda p, i: Val(p["duty"], duty=p["duty"], look="sdt") if p["first"] and p["index"] % 2 else Val(p["duty"], duty=p["duty"], look="tracked") if p["first"] else None
    cols[2].get = lambda p, i: Val(p["name"], look=["sdt-run", "tracked", "box", None][i % 4])
    g.table(1, cols, records)
    for at, p in enumerate(records):
        if not p["first"]:
            g.before[2 + at] = 2
    of_duty(g, records)
    doc.grid(g)
    doc.par("二、职责边界：无", "empty-part", "无", collection="boundaries")
    path = expect("duties-zone.docx", FORM, ["tracked-changes", "content-controls", "automatic-numbering", "gridBefore", "text-boxes", "continuing-rows", "empty-part"], entries=doc.expected, kind="responsibilities")
    doc.save(path)


def river():
    """GB18030 with tabs: the duty stands in the first of its rows alone; quotes and line ends in cells."""
    agency, records = work("水利")
    g = Grid("duties-river")
    cols = duty_cols("责任单位", merge=False)
    cols[1].get = lambda p, i: Val(p["duty"].replace("、", "、\n", 1), p["duty"], duty=p["duty"]) if p["first"] else None
    cols[3].get = lambda p, i: Val(p["office"] + "、办公室", parts=[p["office"], "办公室"]) if i % 4 == 0 else p["office"]
    cols[4].get = lambda p, i: "含“双随机”抽查, 每年一次" if p["sub"] == "1.3" else None
    cols.insert(4, Col("是否网办", "note", lambda p, i: "是" if i % 2 else "否"))
    g.table(1, cols, records)
    of_duty(g, records)
    path = expect("duties-river.csv", FORM, ["gbk", "tabs", "quotes-in-cells", "line-breaks", "continuing-rows", "unknown-columns", "numbers-as-text"], [g], kind="responsibilities")
    books.to_csv(path, g, "gb18030", "\t")


def make():
    for one in (quality, water, culture, zone, river):
        one()
