"""Form 2: a table or a sheet for each type of power."""

import os
import tempfile

import base
import books
from base import TYPES, beside, by_hand, cited, faults, groups, steps, tel, tels
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "table-a-type"
CN = "一二三四五六七八九十"


def resources():
    """Several tables below each other in one sheet, each with a title of its own and other columns."""
    g = Grid("Sheet1 (2)")
    found = groups("资源")
    total = sum(len(group) for _, group in found)
    g.put(1, 1, "双榆县自然资源局", "list.agency", span=(1, 8))
    g.put(2, 1, "权  责  清  单", "list.title", "权责清单", span=(1, 8))
    g.put(3, 1, f"（共{total}项，2023年10月修订）", "count", span=(1, 8), count=total)
    row = 5
    common = [Col("编号", "number", lambda p, i: p["nr"]), Col("项目名称", "name", lambda p, i: p["name"]), Col("依据", "basis", lambda p, i: cited(p))]
    own = {
        "许": [Col("受理条件", "note", lambda p, i: "材料齐全、符合法定形式"), Col("法定时限/承诺时限", "promised_limit", lambda p, i: Val("20日/7日", also=["statutory_limit"], parts={"statutory_limit": "20日", "promised_limit": "7日"})), Col("收费", "fee", lambda p, i: "否"), Col("承办股室", "offices", lambda p, i: p["office"]), Col("服务电话", "consultation_phone", lambda p, i: tels(tel(i)))],
        "罚": [Col("处罚种类", "note", lambda p, i: "罚款、没收违法所得"), Col("裁量基准", "note", lambda p, i: "见附表"), Col("执行股室", "offices", lambda p, i: Val("执法队，法规股", parts=["执法队", "法规股"]) if i == 0 else p["office"]), Col("执法责任", "stages", lambda p, i: steps(p, "{circle}{word}：{text}。", " ", 4)), Col("追责情形", "accountability", lambda p, i: faults(i, lead="", form="({no}){text}；"))],
        "征": [Col("征收标准", "fee", lambda p, i: "按省定标准"), Col("征收对象", "recipients", lambda p, i: "土地复垦义务人" if i == 0 else "占用耕地的单位"), Col("责任股室", "offices", lambda p, i: p["office"])],
        "检": [Col("检查对象", "recipients", lambda p, i: "用地单位" if i == 0 else "测绘单位"), Col("检查频次", "note", lambda p, i: "每年1次"), Col("责任股室", "offices", lambda p, i: p["office"])],
    }
    for at, (letter, group) in enumerate(found):
        name, word = TYPES[letter]
        g.put(row, 1, f"表{CN[at]}  {name}类（{len(group)}项）", "section", name, span=(1, 3 + len(own[letter])), number=f"表{CN[at]}", count=len(group), word=word)
        for no, p in enumerate(group, 1):
            p["nr"] = f"{'XCZJ'[at]}{no:02d}"
        row = g.table(row + 1, [*common, *own[letter]], group)
        if at == 1:
            g.put(row, 1, "附表：裁量基准另行印发。", "list.notes", span=(1, 8))
            row += 1
        row += 2
    g.put(row, 6, "双榆县自然资源局（盖章）", "filler", span=(1, 3))
    g.put(row + 1, 6, "2023年10月9日", "list.compiled", "2023-10-09", span=(1, 3))
    comments = [("B8", "与省级目录名称一致")]
    path = expect("table-a-type-resources.xlsx", FORM, ["tables-below-each-other", "title-row", "other-columns-each", "agency-above-title", "limits-in-one-column", "signatures", "comments", "print-titles", "several-laws-in-a-cell", "dates-as-text"], [g], beside=beside("与省级目录名称一致"))
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, "table-a-type-resources.xlsx")
        books.to_xlsx(plain, [g], lambda book: by_hand(book.worksheets[0], comments, ["A10"], None, "1:2", [("D4", "  ")]))
        books.convert(plain, path)


def police():
    """Word by LibreOffice: the type is a row over the heads inside each table, numbered by letters; signatures in a table at the end."""
    doc = Doc()
    doc.par("附件2", "filler")
    doc.par("望川区公安分局权责清单（公开版）", "list.title")
    doc.par("说明：涉及国家秘密的事项未列入。", "list.notes", "涉及国家秘密的事项未列入。")
    for at, (letter, group) in enumerate(groups("公安")):
        name, word = TYPES[letter]
        g = Grid("")
        g.put(1, 1, f"{'ABC'[at]}．{name}（{len(group)}）", "section", name, span=(1, 7), number=f"{'ABC'[at]}．", count=len(group), word=word)
        cols = [
            Col("事项代码", "code", lambda p, i, at=at: f"GA-{'ABC'[at]}-{i + 1:02d}"), Col("实施事项", "name", lambda p, i: p["name"]), Col("具体承办部门", "offices", lambda p, i: p["office"], merge=True),
            Col(("责任依据与内容", "法定职责"), "basis", lambda p, i: f"{p['law']}{p['article']}"), Col(("责任依据与内容", "工作责任"), "stages", lambda p, i: steps(p, "{circle}{word}环节责任 {text}。", "\n")),
            Col("不履职的情形", "accountability", lambda p, i: faults(0, lead="民警有下列情形的，追究责任：", form="{circle}{text}；"), merge=True), Col("举报方式", "complaints_phone", lambda p, i: tels("0000-8190110", before="电话：")),
        ]
        g.table(2, cols, group)
        doc.grid(g)
    doc.par("注：1.“各派出所”指分局所属派出所。", "list.notes")
    doc.par("2.交通管理事项由交通警察大队受理。", "list.notes")
    g = Grid("")
    g.put(1, 1, "审核意见：", "filler")
    g.put(1, 2, "单位盖章：", "filler")
    g.put(2, 1, "年　月　日", "filler")
    g.put(2, 2, "年　月　日", "filler")
    doc.grid(g)
    path = expect("table-a-type-police.docx", FORM, ["section-in-table-over-heads", "letters-as-numbers", "by-office", "signature-table", "head-two-rows", "merged-down", "note-rows"], entries=doc.expected)
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, "table-a-type-police.docx")
        doc.save(plain)
        books.convert(plain, path, "MS Word 2007 XML")


def finance():
    """.ods with a cover, a table of contents that is not a list, and sheets with numbers before their type."""
    cover = Grid("封面")
    cover.put(4, 2, "双榆县财政局", "list.agency", span=(1, 5))
    cover.put(6, 2, "行政权力和责任清单", "list.title", span=(1, 5))
    cover.put(12, 2, "二〇二三年六月", "list.published", "2023-06", span=(1, 5))
    found = groups("财政")
    contents = Grid("目录")
    contents.put(1, 1, "目　录", "filler", span=(1, 4))
    for col, head in enumerate(("序号", "权力类别", "数量（项）", "页码"), 1):
        contents.put(2, col, head, "filler")
    for at, (letter, group) in enumerate(found, 1):
        for col, value in enumerate((at, TYPES[letter][0], len(group), at * 3), 1):
            contents.put(2 + at, col, value, "count" if col == 3 else "filler")
    contents.put(3 + len(found), 1, "合计", "count", span=(1, 2))
    contents.put(3 + len(found), 3, sum(len(group) for _, group in found), "count")
    grids = [cover, contents]
    for at, (letter, group) in enumerate(found, 1):
        name, word = TYPES[letter]
        g = Grid(f"{at}.{name.removeprefix('行政')[:4]}", section=name, type=word)
        g.put(1, 1, f"{CN[at - 1]}、{name}", "section", name, span=(1, 9), number=f"{CN[at - 1]}、", word=word)
        cols = [
            Col("序", "number", lambda p, i: i + 1), Col(("权责名称", "项目"), "name", lambda p, i: p["name"]), Col(("权责名称", "子项"), "sub_item", lambda p, i: Val("无", "", key="blank")),
            Col("法定依据（摘录）", "basis", lambda p, i: cited(p, "《{law}》{article}规定，{quote}")), Col("责任事项", "stages", lambda p, i: steps(p, "{word}环节：{text}；")), Col("责任事项依据", "duties_basis", lambda p, i: f"《{p['law']}》"),
            Col("追责情形及依据", "accountability", lambda p, i: Val(faults(i, "", "{no}.{text}；").stored + "\n依据：《财政违法行为处罚处分条例》第二条", also=["accountability_basis"], parts={"lead_in": "", "circumstances": faults(i, "").more["parts"]["circumstances"], "basis": "《财政违法行为处罚处分条例》第二条"})),
            Col("责任股室及电话", "offices", lambda p, i: Val(f"{p['office']}\n{tel(i)}", also=["phones"], parts=[p["office"]], phones=[tel(i)])), Col("监督渠道", "supervision_phone", lambda p, i: tels("0000-8100000", before="县纪委监委驻财政局纪检监察组 ")),
        ]
        g.table(2, cols, group)
        grids.append(g)
    path = expect("table-a-type-finance.ods", FORM, ["ods", "cover-sheet", "contents-sheet", "sheet-a-type", "head-two-rows", "office-and-phone-in-a-cell", "account-and-basis-in-a-cell", "chinese-date", "section-rows"], grids)
    books.by_office(path, grids)


def make():
    for one in (resources, police, finance):
        one()
