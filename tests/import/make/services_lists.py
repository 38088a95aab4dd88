"""Form 6: lists of public services."""

import datetime

import books
from duty_words import SERVICES
from letters import Doc
from paper import Col, Grid, Val
from place import expect
from words import wide

FORM = "services"
AUDIENCE = ["全体公民", "企业、个体工商户", "中小学生", "老年人", "农民"]


def records(first=0, last=None):
    return [{"name": name, "what": what, "when": when, "where": where, "office": office} for name, what, when, where, office in SERVICES[first:last]]


def two(i):
    """Two phones as papers print them in one cell."""
    a, b = f"0000-72000{i:02d}", f"0000-72100{i:02d}"
    return Val([f"{a}\n{b}", f"{a}、{b}", f"{a}；{b}", f"{a} {b}"][i % 4], parts=[a, b])


def market():
    """Texts in two fonts, readings over words, formats to the end, two phones in a cell."""
    g = Grid("公共服务事项")
    g.put(1, 1, "双榆县公共服务事项清单", "list.title", span=(1, 9))
    g.put(2, 1, "填报单位：双榆县市场监督管理局", "list.agency", "双榆县市场监督管理局", span=(1, 5))
    g.put(2, 6, "填报时间：2023年3月", "list.compiled", "2023-03", span=(1, 4))
    rows = records(0, 17)
    cols = [
        Col("序号", "services.number", lambda p, i: i + 1),
        Col("服务事项", "services.name", lambda p, i: Val(p["name"], look="rich") if i % 4 == 2 else p["name"]),
        Col("主要内容", "services.description", lambda p, i: Val(p["what"], look="rich") if i % 3 == 0 else p["what"]),
        Col("时\u3000间", "services.schedule", lambda p, i: p["when"]),
        Col("地\u3000点", "services.place", lambda p, i: p["where"]),
        Col("承办机构", "services.offices", lambda p, i: p["office"]),
        Col("联系电话", "services.phones", lambda p, i: two(i)),
        Col("服务对象", "note", lambda p, i: AUDIENCE[i % 5]),
        Col("备注", "services.notes", lambda p, i: "需提前预约" if i in (5, 11) else None),
    ]
    row = g.table(3, cols, rows)
    g.put(row, 1, "注：服务时间遇法定节假日顺延。", "list.notes", span=(1, 9))
    path = expect("services-market.xlsx", FORM, ["title-row", "unit-line", "merged-across", "rich-text", "phonetic-text", "two-phones", "odd-blanks", "unknown-columns", "note-rows", "formats-to-the-end", "dates-as-text"],
                  [g], kind="services")
    books.to_xlsx(path, [g], lambda book: books.formats_to_the_end(book["公共服务事项"], 9), books.phonetic({"“质量月”宣传": "zhiliangyue", "质量股": "zhilianggu", "联系电话": "lianxidianhua"}))


def culture():
    """Word: the table stands in a cell of a table that was made for the layout, beside a text box with the title."""
    doc = Doc()
    outer = Grid("")
    outer.put(1, 1, "平川市文化馆、图书馆公共服务清单", "list.title", look="box")
    inner = Grid("T1")
    cols = [
        Col("序号", "services.number", lambda p, i: i + 1), Col("服务项目", "services.name", lambda p, i: p["name"]), Col("服务标准", "services.description", lambda p, i: p["what"]),
        Col("服务时间", "services.schedule", lambda p, i: p["when"]), Col("服务地点", "services.place", lambda p, i: p["where"]), Col("责任单位", "services.offices", lambda p, i: p["office"]),
        Col("咨询电话", "services.phones", lambda p, i: Val("0000-7220001", parts=["0000-7220001"]), merge=True),
    ]
    inner.table(1, cols, records(17, 26))
    outer.within.append(((2, 1), inner))
    outer.put(3, 1, "制表：平川市文化和旅游局", "list.agency", "平川市文化和旅游局")
    doc.grid(outer)
    doc.par("附件：预约办法（略）", "list.notes")
    path = expect("services-culture.docx", FORM, ["nested-tables", "text-boxes", "vMerge", "title-row", "note-rows"], entries=doc.expected, kind="services")
    doc.save(path)


def water():
    """UTF-8 with a byte order mark; cells with line ends; a line of filler between title and heads."""
    g = Grid("services-water")
    g.put(1, 1, "双榆县水务局公共服务事项清单", "list.title")
    g.put(2, 1, "——————", "filler")
    rows = records(22, 30)
    cols = [
        Col("编号", "services.number", lambda p, i: f"{i + 1:02d}"), Col("事项名称", "services.name", lambda p, i: p["name"]), Col("服务内容", "services.description", lambda p, i: Val(p["what"].replace("，", "，\n"), p["what"])),
        Col("开展时间", "services.schedule", lambda p, i: p["when"]), Col("服务场所", "services.place", lambda p, i: p["where"]), Col("承办科室", "services.offices", lambda p, i: p["office"], same="同上"),
        Col("服务热线", "services.phones", lambda p, i: two(i)), Col("依据", "services.basis", lambda p, i: "《中华人民共和国水法》第八条" if i % 3 == 0 else None), Col("是否收费", "note", lambda p, i: "否"),
    ]
    g.table(3, cols, rows)
    path = expect("services-water.csv", FORM, ["title-row", "filler-rows", "utf-8-bom", "commas", "line-breaks", "two-phones", "ditto", "unknown-columns", "numbers-as-text"], [g], kind="services")
    books.to_csv(path, g, "utf-8", ",", b"\xef\xbb\xbf")


def side():
    """BIFF8: numbers 1 to 15 at the left, 16 to 30 at the right."""
    g = Grid("便民服务")
    g.put(1, 1, "望川区便民服务一览表", "list.title", span=(1, 11))
    phone = lambda p, i: Val(f"0000-72300{i:02d}", parts=[f"0000-72300{i:02d}"])
    cols = [Col("序号", "services.number", lambda p, i: str(i + 1)), Col("公共服务事项", "services.name", lambda p, i: p["name"]), Col("服务内容", "services.description", lambda p, i: p["what"]),
            Col("办理时间", "services.schedule", lambda p, i: p["when"]), Col("电话", "services.phones", phone)]
    g.table(2, cols, records(0, 15))
    g.table(2, cols, records(15, 30), left=7, start=15, head_key="repeated-head")
    g.put(18, 1, "合计：30项", "count", span=(1, 11), count=30)
    path = expect("services-side-by-side.xls", FORM, ["side-by-side", "title-row", "merged-across", "biff8", "numbers-as-text", "repeated-head", "subtotals"], [g], kind="services")
    books.to_xls(path, [g])


def zone():
    """.ods: heads over three rows, days as dates, some hidden rows and a hidden column, fillers between."""
    g = Grid("服务清单")
    g.hidden_rows, g.hidden_cols = {10}, {8}
    g.put(1, 1, "高新区公共服务事项清单", "list.title", span=(1, 8))
    rows = records(3, 22)
    day = lambda p, i: Val(datetime.date(2024, 1 + i % 12, 5 + i), "", look="format:m月d日") if i % 2 else p["when"]

    def when(p, i):
        value = day(p, i)
        if isinstance(value, Val):
            value.value = f"{value.stored.month}月{value.stored.day}日"
            value.more["printed"] = value.stored.isoformat()
        return value
    cols = [
        Col("序号", "services.number", lambda p, i: Val(wide(i + 1), str(i + 1))), Col("服务事项名称", "services.name", lambda p, i: p["name"]), Col(("服务情况", "内容和时间", "内容"), "services.description", lambda p, i: p["what"]),
        Col(("服务情况", "内容和时间", "时间"), "services.schedule", when), Col(("服务情况", "地点"), "services.place", lambda p, i: p["where"]), Col(("承办", "单位"), "services.offices", lambda p, i: p["office"]),
        Col(("承办", "电话"), "services.phones", lambda p, i: Val(f"0000-72400{i:02d}", parts=[f"0000-72400{i:02d}"])), Col("内部编号", "note", lambda p, i: f"GX-{i:03d}"),
    ]
    row = g.table(2, cols, rows[:10])
    g.put(row, 1, "（以下为文化类）", "list.notes", "以下为文化类", span=(1, 8))
    row = g.table(row + 1, cols, rows[10:], heads=False, start=10)
    g.put(row, 1, "……", "filler", span=(1, 8))
    g.put(row + 1, 1, "备注：本清单实行动态调整。", "list.notes", span=(1, 8))
    path = expect("services-zone.ods", FORM, ["ods", "title-row", "head-three-rows", "merged-across", "date-serial", "full-width-digits", "hidden-row", "hidden-column", "filler-rows", "note-rows", "unknown-columns"],
                  [g], kind="services")
    books.by_office(path, [g])


def make():
    for one in (market, culture, water, side, zone):
        one()
