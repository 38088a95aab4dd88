"""Form 8: main items and sub-items with codes and levels, lists of many bodies, main responsibilities before a list of powers."""

import books
import words
from letters import Doc
from paper import Col, Grid, Val
from place import expect
from powers import powers
from table_a_type import answered, staged
from township_words import THINGS

FORM = "many"
SUBS = {"许": ["新办", "变更", "延续"], "罚": ["情节较轻的", "情节严重的"], "确": ["首次认定", "复核"]}


def sub_items(key):
    """The powers of a department, most with sub-items: a record for each sub-item, or for the item that has none."""
    agency, rows = powers(key)
    records = []
    for no, p in enumerate(rows, 1):
        subs = [f"{p['name']}（{sub}）" for sub in SUBS.get(p["letter"], [])]
        for at, sub in enumerate(subs or [None]):
            records.append({**p, "no": no, "main": p["name"], "name": sub or p["name"], "sub": sub, "first": at == 0, "at": at + 1, "count": len(subs or [1])})
    return agency, records


def of_main(g):
    """Cells that speak of the main item name it; those that speak of the sub-item name the sub-item."""
    for cell in g.cells.values():
        entry = cell.entry
        if "main" in entry:
            entry.pop("items", None)
            entry["item"] = entry.pop("main")


def agriculture():
    """Heads over three rows; name and code under main item and sub-item; long codes as text, some damaged because they were numbers."""
    agency, records = sub_items("农业")
    g = Grid("权责事项")
    g.hidden_cols = {11}
    g.put(1, 1, "双榆县农业农村局权责事项目录", "list.title", span=(1, 11))
    main = lambda p, text, **more: Val(text, main=p["main"], **more)

    def code_of_sub(p, i):
        if not p["sub"]:
            return None
        if i % 9 == 4:
            return Val(990123000000000000 + i * 1000, "9.90123E+17", key="report", damaged=True, of="code")
        return words.code(i, long=True)
    cols = [
        Col("序号", "number", lambda p, i: main(p, p["no"]), merge=True),
        Col("权力类型", "type", lambda p, i: main(p, p["type"] if p["letter"] != "他" else "其他行政权力-备案", **({"word": "other"} if p["letter"] == "他" else {})) if p["first"] else None),
        Col(("事项", "主项", "名称"), "name", lambda p, i: main(p, p["main"]), merge=True),
        Col(("事项", "主项", "编码"), "code", lambda p, i: main(p, "9901" + f"{p['no']:014d}"), merge=True),
        Col(("事项", "子项", "名称"), "sub_item", lambda p, i: p["sub"] if p["sub"] else Val("无", "", key="blank")),
        Col(("事项", "子项", "编码"), "code", code_of_sub),
        Col("实施依据", "basis", lambda p, i: words.basis(p)),
        Col("行使层级", "levels", lambda p, i: Val(words.LEVELS[p["no"] % 5][0], levels=words.LEVELS[p["no"] % 5][1])),
        Col("承办机构", "offices", lambda p, i: p["office"]),
        Col("备注", "notes", lambda p, i: "子项由乡镇初审" if p["sub"] and p["no"] == 3 else None),
        Col("系统标识", "note", lambda p, i: f"{i + 1:08x}-qd"),
    ]
    g.table(2, cols, records)
    of_main(g)
    path = expect("many-sub-items.xlsx", FORM, ["head-three-rows", "same-head-twice", "merged-down", "merged-across", "title-row", "long-codes", "damaged-codes", "hidden-column", "protected-structure", "sub-items",
                  "levels", "type-variants", "unknown-columns"], [g])

    def decorate(book):
        from openpyxl.workbook.protection import WorkbookProtection
        book.security = WorkbookProtection(lockStructure=True)
    books.to_xlsx(path, [g], decorate)


def civil():
    """HTML in GBK that is named .xls: sub-items, levels as columns with ticks, the main item in the first of its rows alone."""
    agency, records = sub_items("民政")
    g = Grid("T1")
    g.put(1, 1, "平川市民政系统行政权力事项通用目录", "list.title", span=(1, 13))
    main = lambda p, text: Val(text, main=p["main"]) if p["first"] else None
    tick = lambda level, name: lambda p, i: Val("√", name, printed="√", levels=[level]) if level in words.LEVELS[p["no"] % 5][1] else None
    cols = [
        Col("序号", "number", lambda p, i: main(p, p["no"])), Col("权力类别", "type", lambda p, i: main(p, p["type"])), Col("项目名称", "name", lambda p, i: main(p, p["main"])),
        Col("子项", "sub_item", lambda p, i: p["sub"] if p["sub"] else None), *[Col(("设定依据", kind), "basis", (lambda kind: lambda p, i: words.basis(p, False) if words.law_kind(p) == kind else None)(kind)) for kind in ("法律", "行政法规", "地方性法规", "部门规章")],
        *[Col(("行使层级", short), "levels", tick(level, name)) for short, level, name in (("省", "province", "省级"), ("市", "prefecture", "市级"), ("县", "county", "县级"), ("乡", "township", "乡级"))],
        Col("收费依据", "fee", lambda p, i: "不收费"),
    ]
    row = g.table(2, cols, records)
    of_main(g)
    g.put(row, 1, "注：“√”表示该层级行使。", "list.notes", span=(1, 13))
    path = expect("many-levels.xls", FORM, ["html-named-xls", "gbk", "basis-by-kind-of-law", "head-two-rows", "merged-across", "title-row", "sub-items", "levels", "level-columns", "continuing-rows", "note-rows"], [g])
    books.to_html(path, [g], "gbk")


BODIES = [
    ("区委办公室", [("督促落实安全生产决定", "对区委关于安全生产的决定进行督查。"), ("报送安全生产信息", "接到重大事故报告后，及时报告主要负责人。")]),
    ("区应急管理局", [("综合监督安全生产", "指导、协调、监督各部门履行安全生产职责。"), ("组织事故调查", "依法组织一般事故调查并公布结果。"), ("管理应急物资", "储备、调度区级应急物资。")]),
    ("区教育局", [("管理校车安全", "审查校车使用申请，检查随车照管人员。"), ("组织学生安全教育", "每学期组织应急疏散演练。")]),
    ("区住房和城乡建设局", [("监督建筑施工安全", "检查在建工地，查处违法行为。"), ("管理城镇燃气", "监督燃气企业入户检查。")]),
    ("区市场监督管理局", [("监察特种设备安全", "检查使用单位，办理使用登记。")]),
    ("区文化和旅游局", [("检查文化场所安全", "检查娱乐场所、景区的安全制度。"), ("发布旅游安全提示", "节假日前发布提示。")]),
    ("区总工会", [("监督劳动保护", "参与事故调查，提出维护职工权益的意见。")]),
]


def bodies():
    """Word: a district's bodies, each merged down beside its duties, the chapters as rows in the table."""
    doc = Doc()
    doc.par("望川区党政机关安全生产职责清单（试行）", "list.title", trial=True)
    doc.par("（望办发〔2020〕6号）", "list.document_number", "望办发〔2020〕6号")
    g = Grid("")
    cols = [
        Col("序号", "number", lambda p, i: Val("", str(p["no"]), automatic=True, look=f"auto:{numbering}")), Col("责任主体", "body", lambda p, i: p["body"], merge=True), Col("职责事项", "name", lambda p, i: p["name"]),
        Col("职责内容", "statement", lambda p, i: p["text"]), Col("办公电话", "office_phone", lambda p, i: Val(p["phone"], parts=[p["phone"]]), merge=True),
    ]
    numbering = doc.list_of("%1")
    row, no = g.heads(1, cols), 0
    for chapter, chosen in (("第一章　党委机关", BODIES[:1]), ("第二章　政府部门", BODIES[1:6]), ("第三章　群团组织", BODIES[6:])):
        number, title = chapter.split("　")
        g.put(row, 1, chapter, "section", title, span=(1, 5), number=number)
        records = []
        for body, duties in chosen:
            for name, text in duties:
                no += 1
                records.append({"no": no, "body": body, "name": name, "text": text, "phone": f"0000-73088{BODIES.index((body, duties)):02d}"})
        row = g.table(row + 1, cols, records, heads=False)
    doc.grid(g)
    doc.par("附件：安全生产职责联系人名单（略）", "list.notes")
    path = expect("many-bodies.docx", FORM, ["vMerge", "merged-across", "section-rows", "automatic-numbering", "title-row", "annex", "document-number", "trial"], entries=doc.expected, kind="other")
    doc.save(path)


def main_responsibilities():
    """Main responsibilities as paragraphs over a table of 308 powers in the same sheet."""
    g = Grid("Sheet1")
    g.put(1, 1, "青石岭乡人民政府权责清单", "list.title", span=(1, 6))
    g.put(2, 1, "一、主体责任", "part-heading", "主体责任", span=(1, 6), number="一、", collection="duties")
    cn = "一二三四五六七八"
    texts = ["落实上级部署，编制并执行乡镇发展规划。", "组织公共服务，办理民生事项。", "负责辖区安全生产、应急管理和综合治理。", "保护耕地和生态环境。", "指导村民委员会工作。", "法律法规规定的其他责任。"]
    row = 3
    for at, text in enumerate(texts):
        g.put(row, 1, f"（{cn[at]}）{text}", "duties.statement", text, span=(1, 6), number=f"（{cn[at]}）", item=text)
        row += 1
    g.put(row, 1, "二、权责事项", "part-heading", "权责事项", span=(1, 6), number="二、", collection="items")
    types = ["行政许可", "行政处罚", "行政强制", "行政检查", "行政给付", "行政确认", "其他权力"]
    does = [("审核{}", "对违反{}规定的处罚"), ("对破坏{}的处罚", "对擅自处置{}的处罚"), ("代为清理{}", "强制拆除违规{}"), ("检查{}", "复查{}整改"), ("给付{}补助", "核发{}津贴"), ("确认{}", "登记{}"), ("备案{}", "调解{}争议")]
    records, no = [], 0
    for at, (things, kind) in enumerate(zip(THINGS.values(), types)):
        for thing in things:
            for form in (*does[at], *["监督{}的" + kind, "公示{}的" + kind]):
                no += 1
                records.append({"no": no, "type": kind, "name": form.format(thing)})
    cols = [
        Col("序号", "number", lambda p, i: p["no"]), Col("权责类型", "type", lambda p, i: Val(p["type"], word="other") if p["type"] == "其他权力" else p["type"], merge=True), Col("权责事项名称", "name", lambda p, i: p["name"]),
        Col("责任站所", "offices", lambda p, i: ["党政办公室", "综合执法队", "社会事务办"][i % 3]), Col("监督电话", "supervision_phone", lambda p, i: Val("0000-7399999", parts=["0000-7399999"])),
        Col("备 注", "notes", lambda p, i: "县级部门委托" if i % 40 == 7 else None),
    ]
    row = g.table(row + 1, cols, records)
    g.put(row, 1, "合计", "count")
    g.put(row, 3, f"{no}项", "count")
    path = expect("many-main-responsibilities.xlsx", FORM, ["hundreds-of-rows", "paragraphs-over-table", "title-row", "merged-down", "merged-across", "subtotals", "cached-formulas", "type-variants"], [g])
    books.to_xlsx(path, [g], edit=books.cached_formulas({f"A{row - no + at}": f"A{row - no + at - 1}+1" for at in range(1, 40)}))


def emergency():
    """UTF-16, semicolons: sub-items, what became of each, places in annexes as bases, codes that a spreadsheet has spoilt."""
    agency, records = sub_items("应急")
    g = Grid("many-changes")
    main = lambda p, text, **more: Val(text, main=p["main"], **more) if p["first"] else None
    annex = {"许": "《国务院对确需保留的行政审批项目设定行政许可的决定》附件第{}项", "他": "《云岭省政府规章设定证明事项保留目录》附件2第{}项"}
    change = ["保留", "新增", "调整", "保留"]
    cols = [
        Col("序号", "number", lambda p, i: main(p, str(p["no"]))), Col("主项名称", "name", lambda p, i: main(p, p["main"])), Col("子项名称", "sub_item", lambda p, i: p["sub"] or Val("—", "", key="blank")),
        Col("职权编码", "code", lambda p, i: Val("9.90123E+17", key="report", damaged=True, of="code") if i % 4 == 3 else words.code(i, long=True)),
        Col("职权类型", "type", lambda p, i: main(p, p["type"])),
        Col("法定依据", "basis", lambda p, i: words.basis(p, False) + ("；" + annex[p["letter"]].format(170 + i) if p["letter"] in annex else "")),
        Col("责任事项", "stages", lambda p, i: staged(p, 3, join=" ")), Col("追责情形", "accountability", lambda p, i: answered(i, form="{no}.{text}；", join="\n", count=2)),
        Col("调整类型", "change", lambda p, i: Val(change[i % 4], word=["kept", "new", "adjusted", "kept"][i % 4])),
        Col("原事项名称", "predecessor", lambda p, i: p["name"].replace("应急", "安监") + "（原）" if change[i % 4] == "调整" else None),
        Col("网办深度", "note", lambda p, i: "全程网办" if p["letter"] == "许" else None),
    ]
    g.table(1, cols, records)
    of_main(g)
    path = expect("many-changes.csv", FORM, ["utf-16", "semicolons", "sub-items", "continuing-rows", "annex-as-basis", "damaged-codes", "long-codes", "line-breaks", "unknown-columns", "numbers-as-text", "stages-numbered", "accountability-numbered"], [g])
    books.to_csv(path, g, "utf-16-be", ";", b"\xfe\xff")


def make():
    for one in (agriculture, civil, bodies, main_responsibilities, emergency):
        one()
