"""Form 5: lists of duties, with what else such lists have."""

import base
import books
from base import beside, by_hand, tel, tels
from duties import of_duty
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "duties"
CN = "一二三四五六七八九十"
STATISTICS = [
    ("组织实施全县统计调查制度，督促落实统计法律法规", "综合股", ["拟订年度统计工作计划", "布置统计年报和定期报表", "开展统计法治宣传"]),
    ("组织人口、经济、农业普查", "普查中心", ["制定普查方案", "培训普查员", "发布普查公报"]),
    ("核算地区生产总值", "核算股", ["收集部门资料", "测算季度增加值"]),
    ("查处统计违法行为", "执法监督股", ["开展“双随机”执法检查", "受理举报并核实", "公示严重失信企业"]),
]
WEATHER = [
    ("负责气象灾害监测预警", [("监测暴雨、大风、冰雹", "全天", "气象台"), ("发布预警信号", "随时", "气象台"), ("与有关部门会商灾害形势", "汛期每周", "防灾减灾科")]),
    ("负责人工影响天气作业", [("编制年度作业计划", "每年3月", "人影中心"), ("组织作业人员培训", "每年4月", "人影中心")]),
    ("负责防雷安全监管", [("审核雷电防护装置设计", "受理后10个工作日", "法规科"), ("检查易燃易爆场所", "每年一次", "法规科"), ("查处违法行为", "依法定期限", "法规科")]),
    ("提供公共气象服务", [("制作天气预报", "每日两次", "服务中心")]),
]
VETERANS = [
    ("负责退役军人移交安置", [("接收退役士兵档案", "移交安置股"), ("组织选岗定岗", "移交安置股"), ("核发自主就业补助", "移交安置股")]),
    ("负责抚恤优待", [("审核优抚对象身份", "优抚股"), ("发放抚恤补助金", "优抚股")]),
    ("负责就业创业扶持", [("组织适应性培训", "就业创业股"), ("举办专场招聘会", "就业创业股"), ("协调创业担保贷款", "就业创业股、双拥股")]),
    ("负责烈士褒扬", [("管理烈士纪念设施", "烈士陵园管理所")]),
]


def statistics():
    """Word: number and text share a cell, the work items of a duty share another, the other parts are prose, footnotes."""
    doc = Doc()
    doc.par("双榆县统计局部门责任清单", "list.title")
    doc.par("（依据双办字〔2014〕33号编制）", "list.document_number", "双办字〔2014〕33号")
    doc.par("一．部门职责", "part-heading", "部门职责", number="一．", collection="duties")
    g = Grid("", collection="duties")
    heads = [("主要职责", "duties.statement"), ("工作事项（分项）", "work_items.text"), ("责任股室及岗位", "work_items.offices"), ("追责情形及处理", "duties.accountability")]
    for col, (head, key) in enumerate(heads, 1):
        g.put(1, col, head, "head", of=key)
    for at, (duty, office, items) in enumerate(STATISTICS, 1):
        g.put(at + 1, 1, f"{at}、{duty}" + ("〔脚注1〕" if at == 2 else ""), "duties.statement", duty, number=f"{at}、", item=duty)
        g.put(at + 1, 2, "\n".join(f"（{n}）{text}；" for n, text in enumerate(items, 1)), "work_items.text", items=items, duty=duty, parts=[{"number": f"（{n}）", "text": text} for n, text in enumerate(items, 1)])
        g.put(at + 1, 3, office, "work_items.offices", items=items)
        g.put(at + 1, 4, "不按规定履行职责的，责令改正、通报批评；情节严重的给予处分", "duties.accountability", item=duty)
    doc.grid(g)
    doc.par("二．职责边界", "part-heading", "职责边界", number="二．", collection="boundaries")
    doc.par("本部门无与其他部门交叉的事项。", "empty-part", "无", printed="本部门无与其他部门交叉的事项。", collection="boundaries")
    doc.par("三．公共服务", "part-heading", "公共服务", number="三．", collection="services")
    g = Grid("", collection="services")
    served = [("统计数据查询", "提供年鉴和公报查询", "综合股", "0000-8201001"), ("统计咨询", "解答统计制度和指标", "综合股", "0000-8201002"), ("统计开放日", "每年9月20日举办统计开放日", "办公室", "0000-8201003")]
    cols = [Col("服务项目", "services.name", lambda p, i: p[0]), Col("服务内容与方式", "services.description", lambda p, i: p[1]), Col("经办", "services.offices", lambda p, i: p[2]), Col("电话", "services.phones", lambda p, i: tels(p[3]))]
    g.table(1, cols, [{"name": one[0], **dict(enumerate(one))} for one in served])
    doc.grid(g)
    doc.par("四．监督方式：局办公室 0000-8201000", "list.phones", "0000-8201000", printed="四．监督方式：局办公室 0000-8201000", parts=["0000-8201000"])
    notes = ["普查逢规定年份进行。"]
    path = expect("duties-statistics.docx", FORM, ["number-in-cell", "work-items-in-a-cell", "prose-part", "empty-part", "footnotes", "document-number"], entries=base.without_marks(doc.expected), kind="responsibilities", beside=beside(*notes))
    doc.save(path)
    base.footnotes(path, notes)


def weather():
    """The office before the duty, heads over three rows, numbers of two levels, columns without a key, signatures."""
    g = Grid("2015责任清单（气象）")
    g.put(1, 1, "平川市气象局2015年责任清单", "list.title", span=(1, 9))
    g.put(2, 1, "（2015年9月经市政府常务会议通过）", "list.notes", "2015年9月经市政府常务会议通过", span=(1, 9))
    records = [{"name": text, "duty": duty, "no": str(no), "sub": f"{no}-{at}", "when": when, "office": office, "index": no - 1} for no, (duty, items) in enumerate(WEATHER, 1) for at, (text, when, office) in enumerate(items, 1)]
    cols = [
        Col(("责任单位", "科室"), "work_items.offices", lambda p, i: p["office"]), Col(("职责", "序号"), "duties.number", lambda p, i: Val(CN[p["index"]], CN[p["index"]], duty=p["duty"]), merge=True),
        Col(("职责", "内容"), "duties.statement", lambda p, i: Val(p["duty"], duty=p["duty"]), merge=True), Col(("职责", "细化", "编号"), "work_items.number", lambda p, i: p["sub"]), Col(("职责", "细化", "事项"), "work_items.text", lambda p, i: p["name"]),
        Col("完成时限", "note", lambda p, i: p["when"]), Col("履责标准", "note", lambda p, i: "按业务规范" if i % 2 else None),
        Col("法律依据", "duties.basis", lambda p, i: Val("《中华人民共和国气象法》第五条" if p["index"] < 3 else "《气象灾害防御条例》第三十条", duty=p["duty"]), merge=True), Col("备注", "work_items.remarks", lambda p, i: "与民航气象共享" if i == 1 else None),
    ]
    row = g.table(3, cols, records)
    of_duty(g, records)
    for (at, _), cell in g.cells.items():
        # The first three duties share one merged cell for their law.
        covered = list(dict.fromkeys(p["duty"] for p in records[at - 6:at - 6 + cell.span[0]]))
        if cell.entry["key"] == "duties.basis" and len(covered) > 1:
            cell.entry.pop("item")
            cell.entry["items"] = covered
    g.put(row + 1, 1, "审核单位：                    ", "filler", span=(1, 4))
    g.put(row + 1, 5, "日期：     年   月   日", "filler", span=(1, 5))
    path = expect("duties-weather.xlsx", FORM, ["office-before-duty", "head-three-rows", "title-row", "merged-down", "merged-across", "unknown-columns", "signatures", "blank-cells", "filter"], [g], kind="responsibilities")
    books.to_xlsx(path, [g], lambda book: by_hand(book.worksheets[0], filters=f"A5:I{row - 1}", titles="3:5", blanks=[("I8", "  ")], freeze="E6"))


def veterans():
    """.ods: duties, boundaries and services in one sheet, each with its heading; blanks for merges; a helper column that is hidden."""
    g = Grid("退役军人事务局")
    g.hidden_cols = {8}
    g.put(1, 1, "望川区退役军人事务局责任清单", "list.title", span=(1, 7))
    g.put(2, 1, "一、主要职责", "part-heading", "主要职责", span=(1, 7), number="一、", collection="duties")
    records = [{"name": text, "duty": duty, "no": str(no), "first": at == 1, "at": at, "office": office, "index": no - 1} for no, (duty, items) in enumerate(VETERANS, 1) for at, (text, office) in enumerate(items, 1)]
    cols = [
        Col("№", "duties.number", lambda p, i: Val(p["no"] + ".", p["no"], duty=p["duty"]) if p["first"] else None), Col("职  责", "duties.statement", lambda p, i: Val(p["duty"], duty=p["duty"]) if p["first"] else None),
        Col("具体任务", "work_items.text", lambda p, i: Val(f"{'①②③'[p['at'] - 1]}{p['name']}", p["name"], number="①②③"[p["at"] - 1])), Col("承担科室", "work_items.offices", lambda p, i: Val(p["office"], parts=p["office"].split("、")) if "、" in p["office"] else p["office"]),
        Col("协办单位", "note", lambda p, i: "区人力资源和社会保障局" if i == 6 else None), Col("完成情况", "note", lambda p, i: "√"), Col("说明", "work_items.remarks", lambda p, i: "每季度一次" if i == 6 else None), Col("排序", "note", lambda p, i: i * 10),
    ]
    row = g.table(3, cols, records)
    of_duty(g, records)
    row += 1
    g.put(row, 1, "二、与有关部门的职责分工", "part-heading", "与有关部门的职责分工", span=(1, 7), number="二、", collection="boundaries")
    matters = [("退役军人医疗优待", [("区医疗保障局", "落实优抚对象医疗待遇"), ("区卫生健康局", "开设优先窗口")]), ("军人子女教育优待", [("区教育局", "落实入学优待政策"), ("区退役军人事务局", "审核身份")])]
    flat = [{"name": name, "no": f"2.{no}", "department": department, "duty": duty, "first": at == 0} for no, (name, found) in enumerate(matters, 1) for at, (department, duty) in enumerate(found)]
    cols = [Col("编号", "matters.number", lambda p, i: p["no"] if p["first"] else None), Col("交叉事项", "matters.name", lambda p, i: p["name"] if p["first"] else None), Col("涉及部门", "participants.name", lambda p, i: p["department"]), Col("职责分工", "participants.responsibility", lambda p, i: Val(p["duty"], participant=p["department"]))]
    row = g.table(row + 1, cols, flat) + 1
    g.put(row, 1, "三、公共服务事项", "part-heading", "公共服务事项", span=(1, 7), number="三、", collection="services")
    served = [("政策咨询", "解答安置、优抚政策", "服务中心"), ("烈士纪念设施参观", "免费开放，预约讲解", "烈士陵园管理所")]
    cols = [Col("编号", "services.number", lambda p, i: f"3.{i + 1}"), Col("事项", "services.name", lambda p, i: p[0]), Col("服务内容", "services.description", lambda p, i: p[1]), Col("科室", "services.offices", lambda p, i: p[2]), Col("联系方式", "services.phones", lambda p, i: tels(tel(i, 83)))]
    row = g.table(row + 1, cols, [{"name": one[0], **dict(enumerate(one))} for one in served]) + 1
    g.put(row, 1, "四、事中事后监管制度：（暂无）", "empty-part", "暂无", span=(1, 7), collection="regimes", printed="四、事中事后监管制度：（暂无）")
    path = expect("duties-veterans.ods", FORM, ["ods", "four-parts", "tables-below-each-other", "blanks-for-merges", "circled-numbers", "tick-column", "hidden-column", "empty-part", "odd-blanks", "unknown-columns"], [g], kind="responsibilities")
    books.by_office(path, [g])


def make():
    for one in (statistics, weather, veterans):
        one()
