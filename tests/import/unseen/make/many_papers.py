"""Form 8: sub-items, bodies, main responsibilities, items that were given to a zone."""

import base
import books
from base import by_hand, cited, faults, powers, steps, tel, tels
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "many"
CN = "一二三四五六七八九十"
SUBS = {"许": ["首次申请", "变更", "注销"], "罚": ["一般情形", "从重情形"], "征": [], "检": []}


def numbers():
    """Items and sub-items in one column, told apart by their numbers 1 and 1.1; codes damaged to text; levels as ticks; a filter; items kept and new."""
    g = Grid("目录 2024")
    g.put(1, 1, "双榆县行政权力事项通用目录—自然资源领域", "list.title", span=(1, 12))
    records = []
    for no, p in enumerate(powers("资源"), 1):
        records.append({**p, "nr": str(no), "sub": False})
        records += [{**p, "name": f"{p['name']}—{sub}", "nr": f"{no}.{at}", "sub": True, "main": p["name"]} for at, sub in enumerate(SUBS[p["letter"]], 1)]
    ticks = {"许": ("市", "县"), "罚": ("县",), "征": ("县",), "检": ("省", "市", "县")}
    words = {"省": "province", "市": "prefecture", "县": "county"}
    tick = lambda level: lambda p, i: Val("√", f"{level}级", printed="√", levels=[words[level]]) if level in ticks[p["letter"]] and not p["sub"] else None
    damaged = lambda i: Val("1.23E+17", "1.23E+17", key="report", damaged=True, of="code")
    cols = [
        Col("序号", "number", lambda p, i: p["nr"]), Col("事项名称（主项/子项）", "name", lambda p, i: Val(p["name"], key="sub_item", main=p["main"]) if p["sub"] else p["name"]), Col("基本编码", "code", lambda p, i: damaged(i) if i % 5 == 3 else f"9901{15000 + i:09d}00"),
        Col("事项\n类型", "type", lambda p, i: None if p["sub"] else p["type"]), Col("设定依据（全文）", "basis", lambda p, i: cited(p) if not p["sub"] else None),
        *[Col(("行使层级", level), "levels", tick(level)) for level in "省市县"],
        Col("主管部门", "body", lambda p, i: "双榆县自然资源局", merge=True), Col("责任科室", "offices", lambda p, i: p["office"] if not p["sub"] else None), Col("变更情况", "change", lambda p, i: None if p["sub"] else Val("新增", word="new") if p["no"] % 4 == 0 else Val("保留", word="kept")),
        Col("事权划分说明", "note", lambda p, i: "跨县的由市级实施" if p["letter"] == "许" and not p["sub"] else None),
    ]
    end = g.table(2, cols, records)
    g.put(end, 1, f"合计：主项10项，子项{len(records) - 10}项", "count", span=(1, 12))
    path = expect("many-numbers.xlsx", FORM, ["sub-items-in-one-column", "numbers-of-two-levels", "damaged-codes", "codes-as-text", "level-columns", "head-two-rows", "filter", "colours", "blank-cells", "title-row", "subtotals", "type-blank-for-sub-items"], [g])
    books.to_xlsx(path, [g], lambda book: by_hand(book.worksheets[0], filters=f"A3:L{end - 1}", yellow=["B16"], blanks=[("D5", " "), ("E5", "\u3000")], freeze="C4"))


DUTIES = [
    ("县委办公室", ["督促检查安全生产决策落实情况。", "协调县委领导开展安全生产调研。"]),
    ("县应急管理局", ["综合监督管理全县安全生产工作。", "承担县安全生产委员会办公室日常工作。", "组织一般生产安全事故调查处理。", "指导应急预案体系建设。"]),
    ("县发展和改革局", ["把安全生产纳入国民经济和社会发展规划。", "负责粮食和物资储备安全管理。"]),
    ("县教育体育局", ["负责学校和幼儿园安全管理。", "监督体育场馆安全。"]),
    ("县总工会", ["依法对安全生产进行民主监督。"]),
]


def bodies():
    """Word: main responsibilities as prose under headings of bodies, the bodies in chapters, lead sentences before the numbers."""
    doc = Doc()
    doc.par("双榆县县直部门和单位安全生产主体责任", "list.title")
    doc.par("双办发〔2022〕11号　　2022年6月1日印发", "list.document_number", "双办发〔2022〕11号", also=["list.published"], parts={"document_number": "双办发〔2022〕11号", "published": "2022-06-01"})
    doc.par("第一章  总  则", "section", "总则", number="第一章")
    doc.par("第一条　按照“党政同责、一岗双责”要求，制定本规定。", "list.notes")
    chapters = {0: ("第二章  党委部门", "党委部门", "第二章"), 1: ("第三章  政府部门", "政府部门", "第三章"), 4: ("第四章  群团组织", "群团组织", "第四章")}
    for at, (body, texts) in enumerate(DUTIES):
        if at in chapters:
            printed, title, number = chapters[at]
            doc.par(printed, "section", title, number=number)
        doc.par(f"第{CN[at + 1]}条　{body}", "duties.body", body, items=texts, number=f"第{CN[at + 1]}条")
        doc.par("主要责任：", "filler")
        for no, text in enumerate(texts, 1):
            doc.par(f"（{CN[no - 1]}）{text}", "duties.statement", text, number=f"（{CN[no - 1]}）", item=text, body=body)
    doc.par("第七条　本规定自2022年7月1日起施行，有效期五年。", "list.notes", also=["list.valid_from"], parts={"valid_from": "2022-07-01"})
    path = expect("many-prose-bodies.docx", FORM, ["prose", "no-table", "headings-of-bodies", "chapters", "document-number", "validity"], entries=doc.expected, kind="main-responsibilities")
    doc.save(path)


def zone():
    """HTML named .xls: two columns of numbers, two bodies, what became of the item, letters of annexes, a note at the side."""
    g = Grid("T1")
    g.put(1, 1, "附件C 平川高新区承接市级权责事项清单", "list.title", "平川高新区承接市级权责事项清单", span=(1, 13), number="附件C")
    g.put(2, 1, "编制机关：平川高新技术产业开发区管理委员会", "list.agency", "平川高新技术产业开发区管理委员会", span=(1, 13))
    records = []
    for key, owner, office in (("发改", "平川市发展和改革委员会", "经济发展局"), ("住建", "平川市住房和城乡建设局", "规划建设局"), ("人社", "平川市人力资源和社会保障局", "社会事务局")):
        records += [{**p, "owner": owner, "to": office, "nr": at} for at, p in enumerate(powers(key)[:4], 1)]
    cols = [
        Col(("序号", "总"), "number", lambda p, i: i + 1), Col(("序号", "分"), "note", lambda p, i: f"C-{p['nr']}"), Col("市级主管部门", "note", lambda p, i: p["owner"], merge=True), Col("权力名称", "name", lambda p, i: p["name"]), Col("职权\n属性", "type", lambda p, i: p["type"] if i % 5 else p["type"] + "（委托）"),
        Col("承接单位", "body", lambda p, i: "平川高新区管委会"), Col("承接机构", "offices", lambda p, i: p["to"], merge=True), Col("赋权方式", "note", lambda p, i: "委托" if i % 5 == 0 else "直接赋权"),
        Col("处理决定", "change", lambda p, i: Val("划转", word="taken-over") if i % 3 else Val("新增", word="new")), Col("原事项名称", "predecessor", lambda p, i: p["name"] + "（市级）" if i % 3 else Val("无", "", key="blank")),
        Col("法规依据", "basis", lambda p, i: cited(p, "{law} {article}") + ("；附件A第12项" if i == 2 else "")), Col("事后监管责任", "stages", lambda p, i: Val("管委会负责批后监管，市级部门指导", stage="follow-up")), Col("咨询/投诉", "consultation_phone", lambda p, i: Val(f"{tel(i, 88)}/0000-8812345", also=["complaints_phone"], parts=[tel(i, 88), "0000-8812345"])),
    ]
    row = g.table(3, cols, records)
    for cell in g.cells.values():
        if cell.entry["key"] == "type" and cell.entry["value"].endswith("（委托）"):
            cell.entry["word"] = next(word for name, word in base.TYPES.values() if cell.entry["value"].startswith(name))
    g.put(row, 1, "备注：附件A、附件B另发。委托事项以委托机关名义实施。", "list.notes", span=(1, 13))
    path = expect("many-zone.xls", FORM, ["html-named-xls", "two-number-columns", "head-two-rows", "two-bodies", "change", "letters-in-annexes", "annex-as-basis", "type-variants", "two-phones", "merged-down", "merged-across", "title-row", "unit-line", "note-rows", "unknown-columns"], [g], [{"cell": "P1", "key": "filler", "value": "打印时间见页脚"}, *g.entries()])
    books.to_html(path, [("p", "打印时间见页脚"), g], "utf-8")


def make():
    for one in (numbers, bodies, zone):
        one()
