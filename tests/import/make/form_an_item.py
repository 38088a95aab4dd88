"""Form 3: a form of two or four columns, heads at the left of their values, for each item."""

import datetime

import books
import words
from letters import Doc
from paper import Grid, Val, clean
from place import expect
from powers import powers
from table_a_type import answered, staged

FORM = "form-an-item"


def fill(g, row, lines, item, width=4, left=1):
    """Writes the lines of one form: pairs of head and value, several in a line where they share it; returns the next row."""
    for line in lines:
        col = left
        for at, (head, key, value) in enumerate(line):
            g.put(row, col, head, "head", of=key)
            last = at == len(line) - 1
            across = left + width - col - 1 if last else 1
            if value is not None:
                value = value if isinstance(value, Val) else Val(value)
                printed = value.more.pop("key", key)
                more = {"item": item, **({"head": clean(head)} if printed == "note" else {}), **({"of": key} if printed == "blank" else {})}
                g.put(row, col + 1, value, printed, span=(1, across), **more)
            col += 2
        row += 1
    return row




def enforcement():
    """Word: a table for each item; content controls hold the values, as in a form that was filled in; rows that begin one column later."""
    agency, rows = powers("城管")
    doc = Doc()
    doc.par("平川高新区综合行政执法局权责事项登记表", "list.title")
    for i, p in enumerate(rows[:9]):
        doc.par(f"表{i + 1}", "filler")
        g = Grid("")
        g.before = {}
        lines = [
            [("权力名称", "name", Val(p["name"], look="sdt-run"))],
            [("权力类型", "type", Val(p["type"], look="sdt-cell")), ("项目编码", "code", Val(words.code(i + 1, p), look="sdt-run"))],
            [("实施机关", "body", agency), ("承办机构", "offices", Val(p["office"], look="sdt"))],
            [("实施依据", "basis", Val(words.basis(p), look="sdt"))],
            [("行使层级", "levels", Val(words.LEVELS[i % 5][0], levels=words.LEVELS[i % 5][1])), ("实施对象", "recipients", words.RECIPIENTS[i % 6])],
            [("法定时限", "statutory_limit", words.LIMITS[i % 6][0]), ("承诺时限", "promised_limit", words.LIMITS[i % 6][1])],
            [("责任事项", "stages", staged(p))],
            [("追责情形", "accountability", answered(i))],
            [("监督电话", "supervision_phone", Val(words.phone(i, 76), parts=[words.phone(i, 76)])), ("是否赋权", "note", "是" if i % 4 == 0 else "否")],
        ]
        row = fill(g, 1, lines, p["name"])
        # A remark in a row that begins in the second column.
        g.put(row, 2, "备注：本事项由高新区管委会集中行使。" if i == 0 else "备注：", "notes" if i == 0 else "head", "本事项由高新区管委会集中行使。" if i == 0 else None, span=(1, 3), **({"item": p["name"]} if i == 0 else {"of": "notes"}))
        g.before = {row: 1}
        doc.grid(g)
    path = expect("form-an-item-enforcement.docx", FORM, ["vertical-forms", "content-controls", "gridBefore", "merged-across", "line-breaks", "unknown-columns", "stages-numbered", "accountability-numbered", "levels"],
                  entries=doc.expected, heads_at="left")
    doc.save(path)


def education():
    """A sheet for each item, four columns; sheets protected; dates as serials and as text."""
    agency, rows = powers("教育")
    grids = []
    for i, p in enumerate(rows):
        g = Grid(f"{i + 1:02d}")
        g.put(1, 1, "望川区教育局权责清单信息表", "list.title", span=(1, 4))
        lines = [
            [("序\u3000\u3000号", "number", Val(words.wide(i + 1), str(i + 1))), ("职权编码", "code", Val(words.code(i + 1, long=True)))],
            [("职权名称", "name", p["name"])],
            [("职权类型", "type", p["type"]), ("责任科室", "offices", p["office"])],
            [("法律依据", "basis", Val(words.labelled(p, "教育部公布").replace("；", "；\n")))],
            [("责任内容", "stages", staged(p, 4, "{word}：{text}；"))],
            [("问责情形", "accountability", answered(i, form="（{no}）{text}。"))],
            [("问责依据", "accountability_basis", words.account_basis(p))],
            [("办理时限", "promised_limit", words.LIMITS[i % 6][1] if p["letter"] in "许确" else Val("/", "", key="blank")), ("收费标准", "fee", words.FEES[i % 4])],
            [("咨询电话", "consultation_phone", Val(f"0000-71700{i:02d} / 0000-71800{i:02d}", parts=[f"0000-71700{i:02d}", f"0000-71800{i:02d}"])), ("投诉电话", "complaints_phone", Val("0000-7170099", parts=["0000-7170099"]))],
            [("填报日期", "note", Val(datetime.date(2024, 4, 1 + i), look="format:yyyy/m/d") if i % 2 else Val(f"2024年4月{i + 1}日")), ("审核人岗位", "note", "分管副局长")],
            [("备注", "notes", "面向社会人员的，一并受理" if i == 2 else None)],
        ]
        fill(g, 2, lines, p["name"])
        grids.append(g)
    path = expect("form-an-item-education.xlsx", FORM, ["vertical-forms", "sheet-an-item", "protected-sheet", "title-row", "merged-across", "labelled-bases", "line-breaks", "two-phones", "full-width-digits",
                  "date-serial", "dates-as-text", "long-codes", "unknown-columns", "odd-blanks", "accountability-numbered"], grids, heads_at="left")

    def decorate(book):
        for sheet in book.worksheets:
            sheet.protection.sheet = True
    books.to_xlsx(path, grids, decorate)


def water():
    """Forms below each other in one sheet, two columns, the title again over each; names with readings, texts in two fonts."""
    agency, rows = powers("水务")
    g = Grid("登记表")
    row = 1
    for i, p in enumerate(rows[:12]):
        g.put(row, 1, "双榆县水务局权责事项登记表", "list.title" if i == 0 else "filler", span=(1, 2))
        row += 1
        lines = [
            [("事项名称", "name", Val(p["name"], look="rich") if i % 4 == 3 else p["name"])],
            [("事项类型", "type", Val("其他权力", word="other") if p["letter"] == "他" else p["type"])],
            [("设定依据", "basis", Val(words.basis(p), look="rich") if i % 3 == 0 else words.basis(p))],
            [("责任单位", "body", agency)],
            [("承办股室", "offices", Val("河湖管理股\n水政监察大队", parts=["河湖管理股", "水政监察大队"]) if i == 1 else p["office"])],
            [("责任事项", "stages", Val(words.stages(p)[0].replace("\n", " "), words.stages(p)[0], parts=words.stages(p)[1]) if i % 2 else staged(p))],
            [("追责对象", "answerable", "具体承办人、审核人、批准人")],
            [("收费情况", "fee", words.FEES[i % 4])],
        ]
        row = fill(g, row, lines, p["name"], width=2) + 1
    g.put(row, 1, "以上共12张表，有效期至2026年底。", "list.notes", span=(1, 2))
    path = expect("form-an-item-water.xlsx", FORM, ["vertical-forms", "forms-below-each-other", "rich-text", "phonetic-text", "merged-across", "line-breaks", "note-rows", "type-variants", "stages-numbered"], [g], heads_at="left")
    books.to_xlsx(path, [g], edit=books.phonetic({rows[0]["name"]: "qushuixuke", rows[1]["name"]: "hedaoguanli", "承办股室": "chengbangushi"}))


def agriculture():
    """Word: the stages are a table in a cell of the form, the title is in a text box, the numbers of the circumstances are Word's."""
    agency, rows = powers("农业")
    doc = Doc()
    doc.par("双榆县农业农村局行政职权运行表", "list.title", look="box")
    doc.par("编制单位：双榆县农业农村局", "list.agency", "双榆县农业农村局")
    for i, p in enumerate([rows[0], rows[3], rows[7], rows[12], rows[17], rows[20], rows[22], rows[23]]):
        g = Grid("")
        lines = [
            [("职权名称", "name", p["name"]), ("职权类别", "type", p["type"])],
            [("职权依据", "basis", words.basis(p))],
            [("责任股室", "offices", Val(p["office"], look="box") if i % 3 == 0 else p["office"]), ("行政相对人", "recipients", words.RECIPIENTS[i % 6])],
        ]
        row = fill(g, 1, lines, p["name"])
        g.put(row, 1, "责任事项", "head", of="stages")
        inner = Grid("T1")
        inner.put(1, 1, "环节", "head", of="stages")
        inner.put(1, 2, "责任内容", "head", of="stages")
        _, parts = words.stages(p, "{text}。")
        for at, part in enumerate(parts, 2):
            inner.put(at, 1, part["word"], "stages", item=p["name"], stage=part["stage"], what="as_printed")
            inner.put(at, 2, part["text"], "stages", item=p["name"], stage=part["stage"], what="text")
        g.within.append(((row, 2), inner))
        # The outer cell is as wide as the lines above: what the table in it needs.
        g.nested_span = {(row, 2): 3}
        row += 1
        printed, parts = words.accountability(i, lead="", form="{no}.{text}")
        numbering = doc.list_of("%1.")
        fill(g, row, [[("追责情形", "accountability", Val("\n".join(parts["circumstances"]), printed, parts=parts, automatic=True, look=f"autolist:{numbering}"))],
                      [("监督投诉电话", "supervision_phone", Val("0000-7111100", parts=["0000-7111100"])), ("办公电话", "office_phone", Val(f"0000-71112{i:02d}", parts=[f"0000-71112{i:02d}"]))]], p["name"])
        doc.grid(g)
    path = expect("form-an-item-agriculture.docx", FORM, ["vertical-forms", "nested-tables", "text-boxes", "automatic-numbering", "merged-across", "unit-line", "accountability-numbered"], entries=doc.expected, heads_at="left")
    doc.save(path)


def forestry():
    """BIFF8: forms in pairs, side by side."""
    agency, rows = powers("林业")
    g = Grid("权责登记")
    g.put(1, 1, "双榆县林业局权责登记卡", "list.title", span=(1, 5))
    row = 2
    for i in range(0, len(rows), 2):
        end = row
        for side, p in enumerate(rows[i:i + 2]):
            lines = [
                [("权力名称", "name", p["name"])],
                [("权力类别", "type", p["type"])],
                [("权力编码", "code", words.code(i + side + 1, p))],
                [("权力依据", "basis", words.basis(p))],
                [("责任事项", "stages", staged(p, 3))],
                [("追责情形", "accountability", answered(i + side, count=2))],
                [("承办机构", "offices", p["office"])],
                [("监督电话", "supervision_phone", Val("0000-7155500", parts=["0000-7155500"]))],
            ]
            end = fill(g, row, lines, p["name"], width=2, left=1 + side * 3)
        row = end + 1
    path = expect("form-an-item-forestry.xls", FORM, ["vertical-forms", "side-by-side", "title-row", "biff8", "line-breaks", "stages-numbered", "accountability-numbered"], [g], heads_at="left")
    books.to_xls(path, [g])


def make():
    for one in (enforcement, education, water, agriculture, forestry):
        one()
