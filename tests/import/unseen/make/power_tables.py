"""Form 1: powers and responsibilities in one table."""

import datetime

import base
import books
from base import beside, by_hand, cited, faults, powers, steps, tel, tels
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "one-table"


def housing():
    """The type at the left of the numbers, two columns of numbers, the law in three columns, heads over three rows with line ends and brackets."""
    rows = powers("住建")
    g = Grid("权责清单（定稿）")
    g.hidden_cols = {17}
    g.put(1, 1, "附件1", "filler", span=(1, 2))
    g.put(2, 1, "平川市住房和城乡建设局\n权责清单（2022年本）", "list.title", span=(1, 16))
    g.put(3, 1, "填表单位：平川市住房和城乡建设局", "list.agency", "平川市住房和城乡建设局", span=(1, 7))
    g.put(3, 8, "填表日期：2022年8月15日", "list.compiled", "2022-08-15", span=(1, 4))
    g.put(3, 12, "单位：项", "filler", span=(1, 5))
    inner = {p["name"]: 1 + sum(q["letter"] == p["letter"] for q in rows[:i]) for i, p in enumerate(rows)}
    days = {"许": (20, 7), "确": (15, 3)}
    cols = [
        Col("权力\n类别", "type", lambda p, i: p["type"], merge=True),
        Col(("序号", "总号"), "number", lambda p, i: i + 1), Col(("序号", "分号"), "note", lambda p, i: inner[p["name"]]),
        Col("权力事项名称\n（规范表述）", "name", lambda p, i: p["name"]),
        Col(("设立依据", "法律法规规章\n名称及文号"), "basis", lambda p, i: f"《{p['law']}》" + ("（主席令第29号）" if i == 0 else "")),
        Col(("设立依据", "具体规定", "条、款、项"), "basis", lambda p, i: p["article"]), Col(("设立依据", "具体规定", "内容（原文）"), "basis", lambda p, i: p["quote"]),
        Col("责任主体\n（全称）", "body", lambda p, i: "平川市住房和城乡建设局", merge=True), Col("内设\n机构", "offices", lambda p, i: p["office"]),
        Col("事项属性\n（依申请/依职权）", "note", lambda p, i: "依申请" if p["letter"] in "许确奖" else "依职权"),
        Col(("办结时限\n（工作日）", "法定"), "statutory_limit", lambda p, i: days[p["letter"]][0] if p["letter"] in days else Val("／", "", key="blank")),
        Col(("办结时限\n（工作日）", "承诺"), "promised_limit", lambda p, i: days[p["letter"]][1] if p["letter"] in days else Val("／", "", key="blank")),
        Col("责任事项\n（履责要求）", "stages", lambda p, i: steps(p)), Col("问责情形", "accountability", lambda p, i: faults(i)),
        Col("监督方式", "note", lambda p, i: "来信来访、电话监督"), Col("备注\n（2022年调整情况）", "notes", lambda p, i: "由省级下放" if i == 2 else None),
        Col("辅助列", "note", lambda p, i: f"ZJ{i + 1:02d}{p['letter']}"),
    ]
    end = g.table(4, cols, rows)
    g.put(end, 1, "填表说明：1.底纹为黄色的是本次新增事项；2.“／”表示无此项内容。", "list.notes", span=(1, 16))
    g.put(end + 1, 1, "填表人：　　　　审核人：　　　　单位负责人（签字）：　　　　", "filler", span=(1, 16))
    comments = [("D7", "与许可目录一致"), ("E8", "2019年修正")]
    path = expect("one-table-housing.xlsx", FORM, ["title-row", "unit-line", "type-first", "two-number-columns", "head-three-rows", "heads-with-line-breaks", "heads-with-brackets", "basis-in-three-columns", "comments",
                  "colours", "filter", "print-titles", "choices", "blank-cells", "signatures", "hidden-column", "note-rows"], [g], beside=beside(*[text for _, text in comments]))
    books.to_xlsx(path, [g], lambda book: by_hand(book.worksheets[0], comments, ["D9", "B9"], f"A6:Q{end - 1}", "4:6", [("P7", "   "), ("P8", "\u3000"), ("R4", " ")], (f"A7:A{end - 1}", ["行政许可", "行政处罚"]), "E7"))


def environment():
    """BIFF8: heads in two languages, the type in the first row of its group alone, stages in columns, an empty column at the left, remarks far at the right."""
    rows = powers("环境")
    g = Grid("EPB-2021")
    g.put(3, 2, "双榆县生态环境分局权力运行责任一览表", "list.title", span=(1, 14))
    g.put(4, 2, "（截至2021年12月31日）", "list.notes", "截至2021年12月31日", span=(1, 14))
    first = lambda p: p["no"] == 1 or rows[p["no"] - 2]["type"] != p["type"]
    group = lambda p: [q["name"] for q in rows if q["type"] == p["type"]]

    def of_stage(*stages):
        def get(p, i):
            found = [(word, stage, text) for word, stage, text in base.STEPS.get(p["letter"], base.STEPS[""]) if stage in stages]
            return Val(found[0][2], stage=found[0][1]) if found else Val("—", "", key="blank")
        return get
    cols = [
        Col("NO.", "number", lambda p, i: float(i + 1)), Col("类别\nType", "type", lambda p, i: Val(p["type"], items=group(p)) if first(p) else None),
        Col("编码\nCode", "code", lambda p, i: f"9901-{'ABCDEFGHIJ'['许罚强征给检确奖裁他'.index(p['letter'])]}-{i + 1:03d}"), Col("权力事项\nItem", "name", lambda p, i: p["name"]),
        Col("法律依据及条款\nLegal basis", "basis", lambda p, i: cited(p, "{law}（第{n}条）：{quote}".replace("第{n}条", "{article}")) + ("\n\n《中华人民共和国行政处罚法》第二十八条：责令当事人改正或者限期改正违法行为。\n\n《环境行政处罚办法》第十条" if p["letter"] == "罚" else "")),
        Col(("责任环节及内容", "①受理/立案"), "stages", of_stage("acceptance", "case-filing")), Col(("责任环节及内容", "②审查/调查"), "stages", of_stage("examination", "investigation")),
        Col(("责任环节及内容", "③决定"), "stages", of_stage("decision")), Col(("责任环节及内容", "④送达"), "stages", of_stage("delivery")), Col(("责任环节及内容", "⑤监管/执行"), "stages", of_stage("follow-up", "execution")),
        Col("履责方式", "note", lambda p, i: "线上+线下" if i % 2 else "现场"), Col("问责依据", "accountability_basis", lambda p, i: "《环境保护违法违纪行为处分暂行规定》第八条"),
        Col("承办 Dept.", "offices", lambda p, i: p["office"]), Col("Tel.", "phones", lambda p, i: tels(tel(i // 3))),
    ]
    end = g.table(5, cols, rows, left=2)
    for entry in (cell.entry for cell in g.cells.values()):
        if entry["key"] == "type":
            entry.pop("item", None)
    g.put(7, 18, "省厅已审", "list.notes", "省厅已审")
    g.put(end + 2, 2, "☆ 表中事项共8项，其中行政许可2项、行政处罚3项、行政强制1项、行政检查1项、行政奖励1项。", "count", span=(1, 14), count=8)
    path = expect("one-table-environment.xls", FORM, ["biff8", "title-row", "begins-in-b3", "heads-in-two-languages", "blanks-for-merges", "stages-in-columns", "several-laws-in-a-cell", "numbers-as-floats", "far-remark", "head-two-rows", "subtotals"], [g])
    books.to_xls(path, [g])


def social():
    """Word: a table for each page with the heads again, page numbers between, an item that goes on over the page, footnotes, a title in two paragraphs."""
    rows = powers("人社")
    doc = Doc()
    doc.par("望川区人力资源和社会保障局", "list.title")
    doc.par("行 政 职 权 目 录", "list.title", "行政职权目录")
    doc.par("二〇二〇年十一月", "list.published", "2020-11")
    cols = [
        Col("序\n号", "number", lambda p, i: f"{i + 1}．"), Col("职权\n类别", "type", lambda p, i: p["type"], same="″"), Col("职权名称", "name", lambda p, i: p["name"] + ("〔脚注1〕" if i == 1 else "")),
        Col("实施依据（法律、法规、规章及条款）", "basis", lambda p, i: cited(p, "1.{law}{article}") if i == 3 else cited(p, "【法律法规】《{law}》{article} {quote}")),
        Col("主管\n部门", "body", lambda p, i: "望川区人力资源和社会保障局"), Col("具体承办", "offices", lambda p, i: Val("劳动监察大队（牵头）、法规科〔脚注2〕", parts=["劳动监察大队", "法规科"]) if i == 4 else p["office"]),
        Col("共同实施部门", "note", lambda p, i: "区医疗保障局" if i in (4, 7) else None), Col("办件\n类型", "note", lambda p, i: "承诺件" if p["letter"] == "许" else Val("/", "", key="blank") if i == 8 else None), Col("备\n注", "notes", lambda p, i: "委托实施" if i == 5 else None),
    ]
    at = 0
    for page, count in enumerate((4, 3, 3), 1):
        g = Grid("")
        row = g.heads(1, cols, key="head" if page == 1 else "repeated-head")
        if page == 2:
            g.put(row, 4, "2.《中华人民共和国劳动法》第九十条：由劳动行政部门给予警告，责令改正，并可以处以罚款。", "basis", item=rows[3]["name"])
            row += 1
        fresh = [Col(c.head, c.key, (lambda get: lambda p, i: get(p, p["no"] - 1))(c.get), same=c.same) for c in cols]
        g.table(row, fresh, rows[at:at + count], heads=False)
        for (r, c), cell in g.cells.items():
            if c == 1 and cell.entry["key"] == "number":
                cell.entry["value"] = cell.stored.rstrip("．")
        at += count
        doc.grid(g)
        doc.par(f"— {page} —", "filler")
    notes = ["含劳务中介、职业指导等服务。", "两个以上机构承办的，牵头机构负总责。"]
    path = expect("one-table-social.docx", FORM, ["table-a-page", "repeated-head", "filler-rows", "ditto", "footnotes", "row-over-page", "title-in-two", "chinese-date", "heads-with-line-breaks"],
                  entries=base.without_marks(doc.expected), beside=beside(*notes))
    doc.save(path)
    base.footnotes(path, notes)


def make():
    for one in (housing, environment, social):
        one()
