"""Form 2: a list of powers and responsibilities with a table, or a sheet, for each type of power."""

import datetime

import books
import words
from letters import Doc
from paper import Col, Grid, Val
from place import expect
from powers import powers

FORM = "table-a-type"
NAMES = {"许": "行政许可", "罚": "行政处罚", "强": "行政强制", "征": "行政征收", "给": "行政给付", "检": "行政检查", "确": "行政确认", "奖": "行政奖励", "裁": "行政裁决", "他": "其他行政权力"}
WORDS = {"许": "licence", "罚": "penalty", "强": "compulsion", "征": "levy", "给": "payment", "检": "inspection", "确": "confirmation", "奖": "reward", "裁": "adjudication", "他": "other"}


def by_type(key):
    """The powers of a department in groups by type, in the order of the types."""
    agency, rows = powers(key)
    groups = [(letter, [p for p in rows if p["letter"] == letter]) for letter in NAMES]
    return agency, [(letter, group) for letter, group in groups if group]


def staged(power, kinds=None, form="{no}.{word}责任：{text}。", join="\n"):
    text, parts = words.stages(power, form, join, kinds)
    return Val(text, parts=parts)


def answered(at, **how):
    text, parts = words.accountability(at, **how)
    return Val(text, parts=parts)


def transport():
    """A sheet for each type, one sheet empty, one hidden with words to choose from; sheets are protected, which readers may ignore."""
    agency, groups = by_type("交通")
    grids = []
    for letter, group in groups:
        g = Grid(NAMES[letter], section=NAMES[letter], type=WORDS[letter])
        g.put(1, 1, f"平川市交通运输局权责清单（{NAMES[letter]}类，共{len(group)}项）", "list.title", span=(1, 8), count=len(group))
        g.put(2, 1, "单位：平川市交通运输局", "list.agency", "平川市交通运输局", span=(1, 8))
        cols = [
            Col("序号", "number", lambda p, i: i + 1),
            Col("职权编码", "code", lambda p, i, letter=letter: words.code(i + 1, p)),
            Col("职权名称", "name", lambda p, i: p["name"]),
            Col("职权依据", "basis", lambda p, i: words.basis(p)),
            Col("责任事项", "stages", lambda p, i: staged(p, 4)),
            Col("责任事项依据", "duties_basis", lambda p, i: words.account_basis(p), merge=True),
            Col("追责情形", "accountability", lambda p, i: answered(0, lead="对下列情形，依法依规追究责任："), merge=True),
            Col("承办科室", "offices", lambda p, i: p["office"] if i % 2 == 0 else Val(p["office"] + "\n审批服务科", parts=[p["office"], "审批服务科"]) if letter == "许" and p["office"] != "审批服务科" else p["office"]),
        ]
        row = g.table(3, cols, group)
        if letter == "罚":
            g.put(row, 1, "注：处罚裁量按照本机关公布的裁量基准执行。", "list.notes", span=(1, 8))
        grids.append(g)
    words_to_choose = Grid("字典", state="hidden", lookup=True)
    for at, word in enumerate(["职权类型", "行政许可", "行政处罚", "行政强制", "其他行政权力"], 1):
        words_to_choose.put(at, 1, word, "report")
    path = expect("table-a-type-transport.xlsx", FORM, ["sheet-a-type", "title-row", "unit-line", "merged-down", "merged-across", "hidden-sheet", "empty-sheet", "protected-sheet", "note-rows",
                  "line-breaks", "accountability-numbered", "stages-numbered"], [*grids, words_to_choose])

    def decorate(book):
        book.create_sheet("Sheet3")
        for sheet in book.worksheets:
            sheet.protection.sheet = True
            sheet.protection.password = "0000"
    books.to_xlsx(path, [*grids, words_to_choose], decorate)


def emergency():
    """Word: a heading with a count over each table, numbers made by Word, tracked changes, the last column merged down by vMerge."""
    agency, groups = by_type("应急")
    doc = Doc()
    doc.par("双榆县应急管理局权责清单", "list.title")
    doc.par("（2024年1月5日公布）", "list.published", "2024-01-05")
    cn = "一二三四五六七八九十"
    for at, (letter, group) in enumerate(groups):
        doc.par(f"{cn[at]}、{NAMES[letter]}（{len(group)}项）", "section", NAMES[letter], number=f"{cn[at]}、", count=len(group), word=WORDS[letter])
        g = Grid("", section=NAMES[letter], type=WORDS[letter])
        numbering = doc.list_of("%1")
        cols = [
            Col("序号", "number", lambda p, i: Val("", str(i + 1), automatic=True, look=f"auto:{numbering}")),
            Col("权力名称", "name", lambda p, i: Val(p["name"], look="tracked") if i % 3 == 1 else p["name"]),
            Col("权力依据", "basis", lambda p, i: Val(words.basis(p), look="tracked") if i % 3 == 0 else words.basis(p)),
            Col("对应责任事项", "stages", lambda p, i: staged(p)),
            Col("承办机构", "offices", lambda p, i: p["office"], merge=True),
            Col("追责依据", "accountability_basis", lambda p, i: words.account_basis(p), merge=True),
            Col("备注", "notes", lambda p, i: "委托乡镇实施" if p["name"].startswith("烟花爆竹零售") else None),
        ]
        g.table(1, cols, group)
        doc.grid(g)
    doc.par("注：监督电话0000-7133001，由机关纪委受理。", "list.notes")
    path = expect("table-a-type-emergency.docx", FORM, ["word-table-a-type", "automatic-numbering", "tracked-changes", "vMerge", "section-headings", "line-breaks", "note-rows", "stages-numbered"], entries=doc.expected)
    doc.save(path)


def forestry():
    """Tables below each other in one sheet, each with its title, head and subtotal; sums are formulas with cached values."""
    agency, groups = by_type("林业")
    g = Grid("林业局")
    formulas, counts, row = {}, [], 3
    g.put(1, 1, "双榆县林业局权力清单和责任清单", "list.title", span=(1, 7))
    g.put(2, 1, "公布日期：2022.06.30", "list.published", "2022-06-30", span=(1, 7))
    for at, (letter, group) in enumerate(groups):
        g.put(row, 1, f"表{at + 1}  {NAMES[letter]}", "section", NAMES[letter], span=(1, 7), word=WORDS[letter])
        cols = [
            Col("编号", "number", lambda p, i: i + 1),
            Col("权力名称", "name", lambda p, i: p["name"]),
            Col(("法律依据", "名称"), "basis", lambda p, i: f"《{p['law']}》"),
            Col(("法律依据", "条款"), "basis", lambda p, i: p["article"]),
            Col("责任科室", "offices", lambda p, i: p["office"]),
            Col("联系方式", "phones", lambda p, i: Val(f"0000-7150{i:03d}转800{i}", parts=[{"number": f"0000-7150{i:03d}", "extension": f"800{i}"}])),
            Col("说明", "notes", lambda p, i: "需现场勘验" if p["letter"] == "许" and i == 0 else None),
        ]
        first = row + 3
        row = g.table(row + 1, cols, group, head_key="head" if at == 0 else "repeated-head")
        g.put(row, 1, "小计", "count", span=(1, 2))
        g.put(row, 3, len(group), "count")
        formulas[f"C{row}"] = f"COUNTA(B{first}:B{row - 1})"
        counts.append(f"C{row}")
        row += 2
    g.put(row, 1, "总计", "count", span=(1, 2))
    g.put(row, 3, sum(len(group) for _, group in groups), "count")
    formulas[f"C{row}"] = "+".join(counts)
    path = expect("table-a-type-forestry.xlsx", FORM, ["tables-below-each-other", "title-row", "head-two-rows", "subtotals", "cached-formulas", "repeated-head", "section-headings", "phone-extension",
                  "merged-across", "dates-as-text"], [g])
    books.to_xlsx(path, [g], edit=books.cached_formulas(formulas))


def health():
    """HTML that is named .xls, as systems export it."""
    agency, groups = by_type("卫健")
    pieces, entries, tables, paragraphs = [("h2", "双榆县卫生健康局权责清单")], [], 0, 1
    entries.append({"cell": "P1", "key": "list.title", "value": "双榆县卫生健康局权责清单"})
    for letter, group in groups:
        tables += 1
        paragraphs += 1
        pieces.append(("h3", f"{NAMES[letter]}　共{len(group)}项"))
        entries.append({"cell": f"P{paragraphs}", "key": "section", "value": NAMES[letter], "count": len(group), "word": WORDS[letter]})
        g = Grid(f"T{tables}")
        cols = [
            Col("序号", "number", lambda p, i: str(i + 1)),
            Col("职权名称", "name", lambda p, i: p["name"]),
            Col("实施依据", "basis", lambda p, i: words.basis(p, i % 2 == 0)),
            Col(("责任事项", "责任内容"), "stages", lambda p, i: staged(p, 4)),
            Col(("责任事项", "责任依据"), "duties_basis", lambda p, i: words.account_basis(p), merge=True),
            Col("责任股室", "offices", lambda p, i: f"\xa0{p['office']}\xa0"),
            Col("监督电话", "supervision_phone", lambda p, i: Val("0000-7160009", parts=["0000-7160009"]), merge=True),
        ]
        g.table(1, cols, group, head_key="head" if tables == 1 else "repeated-head")
        pieces.append(g)
        entries.extend(g.entries())
    path = expect("table-a-type-health.xls", FORM, ["html-named-xls", "head-two-rows", "merged-down", "merged-across", "odd-blanks", "section-headings", "line-breaks", "repeated-head", "stages-numbered"], entries=entries)
    books.to_html(path, pieces)


def culture():
    """Sheets for each type, saved by LibreOffice as .xls; labelled bases; stages in columns of their own; a sheet hidden, with an item in it."""
    agency, groups = by_type("文旅")
    grids = []
    for letter, group in groups:
        g = Grid(NAMES[letter], state="hidden" if letter == "奖" else "visible", section=NAMES[letter], type=WORDS[letter])
        chosen = words.STAGES.get(letter, words.STAGES[""])[:4]
        cols = [
            Col("序号", "number", lambda p, i: words.wide(i + 1) if i % 2 else Val(str(i + 1))),
            Col("事项名称", "name", lambda p, i: p["name"]),
            Col("设定依据", "basis", lambda p, i: words.labelled(p, "主席令公布" if p["law"].startswith("中") else "国务院令公布")),
            *[Col(("责任事项", f"{word}责任"), "stages", (lambda at, kind: lambda p, i: Val(words.stages(p)[1][at]["text"], stage=kind))(at, kind), merge=False) for at, (word, kind, _) in enumerate(chosen)],
            Col("追责情形及依据", "accountability", lambda p, i: answered(i, form="{circle}{text}", lead="")),
            Col("生效日期", "note", lambda p, i: Val(datetime.date(2023, 5, 1 + i), look="format:yyyy-mm-dd") if i % 2 else Val(45413, date="2024-05-01") if i == 2 else Val("2023年5月1日")),
        ]
        g.put(1, 1, f"{agency}{NAMES[letter]}事项责任清单", "list.title", span=(1, len(cols)))
        g.table(2, cols, group)
        grids.append(g)
    path = expect("table-a-type-culture.xls", FORM, ["sheet-a-type", "biff8", "by-office", "title-row", "head-two-rows", "labelled-bases", "stage-columns", "date-serial", "dates-as-text", "hidden-sheet",
                  "full-width-digits", "accountability-numbered"], grids)
    books.by_office(path, grids)




def make():
    for one in (transport, emergency, forestry, health, culture):
        one()
