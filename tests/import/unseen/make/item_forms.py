"""Form 3: a form for each item."""

import base
import books
from base import by_hand, cited, faults, powers, steps, tel, tels
from form_an_item import fill
from letters import Doc
from paper import Grid, Val, clean
from place import expect

FORM = "form-an-item"


def justice():
    """Word: six cells a row, values that go on below, heads with blanks and line ends between their letters, a mark for a picture."""
    doc = Doc()
    doc.par("柳坪镇司法所及双榆县司法局权力事项履责卡", "list.title")
    for i, p in enumerate(powers("司法")):
        doc.par(f"履责卡 {i + 1:02d}/06", "filler")
        g = Grid("")
        lines = [
            [("编  号", "number", f"{i + 1:02d}"), ("权力\n类型", "type", p["type"]), ("职权编码", "code", f"SF{p['letter']}0{i + 1}")],
            [("权 力 事 项", "name", Val(p["name"]))],
            [("事项子项", "sub_item", Val("无", "", key="blank")), ("行使层级", "levels", Val("县级", levels=["county"])), ("事项属性", "note", "依职权" if p["letter"] in "罚检" else "依申请")],
            [("法律依据\n及条款", "basis", Val(cited(p) + ("\n《律师和律师事务所违法行为处罚办法》第十一条、第十二条" if i == 1 else "")))],
            [("责任主体", "body", "双榆县司法局"), ("责任股室", "offices", p["office"]), ("履责方式", "note", "集体研究")],
            [("履责\n内容", "stages", steps(p, "{no}、{word}（{text}）"))],
            [("问责情形", "accountability", faults(i, lead="出现以下情况的：", form="{no}）{text}。")), ("问责依据", "accountability_basis", "《行政机关公务员处分条例》"), ("问责对象", "answerable", "承办人、审核人、批准人")],
            [("办公地点", "place", "县政务中心3楼"), ("窗口电话", "consultation_phone", tels(tel(i), tel(i + 9), join="\n")), ("邮 箱", "note", f"sf{i + 1}@shuangyu.example")],
            [("流程图", "note", "（略，见政务服务网）")],
        ]
        row = fill(g, 1, lines, p["name"], width=6)
        g.put(row, 1, "本卡一式两份，公开一份，存档一份。", "filler", span=(1, 6))
        doc.grid(g)
    path = expect("form-an-item-justice.docx", FORM, ["vertical-forms", "six-cells-a-row", "heads-with-line-breaks", "odd-blanks", "merged-across", "filler-rows", "two-phones", "several-laws-in-a-cell", "unknown-columns"], entries=doc.expected, heads_at="left")
    doc.save(path)


def in_a_line(at):
    """A lead-in and its circumstances without a line end."""
    printed, parts = "有下列情形的：", faults(at).more["parts"]
    printed += "；".join(f"{chr(0x2460 + no)}{text}" for no, text in enumerate(parts["circumstances"]))
    return Val(printed, parts={"lead_in": "有下列情形的：", "circumstances": parts["circumstances"]})


def medical():
    """BIFF8 by LibreOffice: forms without a row between, heads of groups merged down at the left of the heads."""
    g = Grid("履责登记")
    g.put(1, 1, "平川市医疗保障局权责事项登记簿", "list.title", span=(1, 3))
    row = 2
    for i, p in enumerate(powers("医保")):
        parts = [
            ("基本信息", [("权责事项名称", "name", p["name"]), ("权责编码", "code", f"YB-{p['word'][:2].upper()}-{i + 1:03d}"), ("权责类别", "type", p["type"]), ("设定依据", "basis", cited(p, "{law}{article}：“{quote}”"))]),
            ("责任信息", [("承办科室", "offices", p["office"]), ("责任事项", "stages", steps(p, "{cn}是{word}。{text}。", "")), ("办理时限", "promised_limit", "60日" if p["letter"] == "罚" else Val("－－", "", key="blank"))]),
            ("问责信息", [("追责情形", "accountability", in_a_line(i)), ("监督电话", "supervision_phone", tels("（0000）8130001"))]),
        ]
        for group, lines in parts:
            g.put(row, 1, group, "head", span=(len(lines), 1))
            row = fill(g, row, [[line] for line in lines], p["name"], width=2, left=2)
    g.put(row, 1, "（以下空白）", "filler", span=(1, 3))
    path = expect("form-an-item-medical.xls", FORM, ["biff8", "by-office", "vertical-forms", "forms-below-each-other", "group-heads-at-left", "no-row-between-forms", "title-row", "filler-rows"], [g], heads_at="left")
    books.by_office(path, [g])


def planning():
    """A sheet for each item, named after it; boxes that are ticked; inside the form a small table of stages with heads over it."""
    boxes = ["行政许可", "行政处罚", "行政检查", "其他权力"]
    grids = []
    for i, p in enumerate(powers("发改")):
        g = Grid(f"{i + 1}{p['name'][:12]}")
        g.put(2, 2, "望川区发展和改革局权责事项信息表", "list.title", span=(1, 6))
        g.put(3, 2, f"表号：FG{i + 1:02d}", "filler", span=(1, 3))
        g.put(3, 5, "编制时间：2024年5月", "list.compiled", "2024-05", span=(1, 3))
        printed = "其他权力" if p["letter"] == "他" else p["type"]
        ticked = Val(" ".join(("☑" if word == printed else "□") + word for word in boxes), printed, printed=" ".join(("☑" if word == printed else "□") + word for word in boxes), word=p["word"])
        level = Val("□省 □市 ☑县", "县", printed="□省 □市 ☑县", levels=["county"])
        lines = [
            [("事项名称", "name", p["name"])],
            [("事项类型（打√）", "type", ticked)],
            [("实施编码", "code", Val(f"99010400{i + 1:04d}000", look="format:@")), ("行使层级", "levels", level), ("联系方式", "phones", tels(tel(i, 84)))],
            [("实施依据", "basis", cited(p, "《{law}》第xx条".replace("第xx条", "{article}") + "\n原文：{quote}"))],
            [("牵头科室", "offices", p["office"]), ("配合科室", "offices", "政策法规科"), ("是否进驻大厅", "note", "☑是 □否" if p["letter"] in "许他" else "□是 ☑否")],
        ]
        row = fill(g, 4, lines, p["name"], width=6, left=2)
        texts = base.STEPS.get(p["letter"], base.STEPS[""])
        g.put(row, 2, "责任\n事项", "head", of="stages", span=(len(texts) + 1, 1))
        for col, (head, key, wide) in {3: ("环节", "stages", 1), 4: ("责任内容", "stages", 2), 6: ("办理天数", "note", 1), 7: ("产出文书", "note", 1)}.items():
            g.put(row, col, head, "head", of=key, span=(1, wide))
        for at, (word, stage, text) in enumerate(texts, 1):
            g.put(row + at, 3, word, "stages", item=p["name"], stage=stage, what="as_printed")
            g.put(row + at, 4, text, "stages", item=p["name"], stage=stage, what="text", span=(1, 2))
            g.put(row + at, 6, at + 1, "note", item=p["name"], head="办理天数")
            g.put(row + at, 7, f"{word}文书", "note", item=p["name"], head="产出文书")
        fill(g, row + len(texts) + 1, [[("追责情形", "accountability", faults(i, form="{no}. {text}"))], [("备注说明", "notes", "2024年起网上办理" if i == 0 else None)]], p["name"], width=6, left=2)
        grids.append(g)
    hidden = Grid("选项", state="veryHidden", lookup=True)
    for at, word in enumerate(boxes, 1):
        hidden.put(at, 1, word, "report")
    path = expect("form-an-item-planning.xlsx", FORM, ["vertical-forms", "sheet-an-item", "begins-in-b2", "tick-boxes", "table-in-form", "comments", "hidden-sheet", "title-row", "blank-cells"], [*grids, hidden], heads_at="left", beside=base.beside("填主项名称"))
    books.to_xlsx(path, [*grids, hidden], lambda book: by_hand(book.worksheets[0], [("C4", "填主项名称")], ["C4"], blanks=[("A1", " ")]))


def make():
    for one in (justice, medical, planning):
        one()
