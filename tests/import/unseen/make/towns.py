"""Form 4: lists of townships and subdistricts in three parts."""

import base
import books
from base import beside, by_hand
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "township"
CN = "一二三四五六七八九十"
OWN = {
    "党的建设": ["宣传党的理论和路线方针政策", "开展“三会一课”和主题党日活动", "发展党员并做好教育管理", "做好村（社区）“两委”换届工作", "落实党风廉政建设主体责任"],
    "经济发展": ["编制本镇经济发展规划并组织实施", "开展招商引资，跟踪服务落地项目", "做好统计调查，核实“四上”企业数据", "管理村级集体资产"],
    "民生服务": ["办理城乡居民养老保险参保登记", "排查并救助特困人员", "落实困境儿童关爱措施", "开展退役军人走访慰问", "做好居民健康档案宣传"],
    "平安法治": ["受理并调解民间纠纷", "做好社区矫正对象的帮教", "开展普法宣传", "接待群众来访并按期答复"],
    "乡村振兴": ["开展防返贫监测和帮扶", "落实耕地地力保护补贴申报", "推广农业新技术"],
    "生态环保": ["落实河长制、林长制巡查", "开展农村人居环境整治", "劝阻秸秆露天焚烧"],
}
WITH = [
    ("平安法治", "消防安全监管", [("县消防救援大队", "制定年度检查计划，查处消防违法行为"), ("县住房和城乡建设局", "负责建设工程消防设计审查验收")], "开展防火宣传，组织志愿消防队，报告火灾隐患。"),
    ("平安法治", "预防未成年人犯罪", [("县公安局", "依法处置违法行为"), ("县教育局", "配备法治副校长")], "掌握辖区未成年人情况，配合开展教育。"),
    ("民生服务", "就业援助", [("县人力资源和社会保障局", "制定就业援助政策，认定就业困难人员，发放补贴")], "摸排就业困难人员，初审申请材料。"),
    ("民生服务", "残疾人两项补贴发放", [("县民政局", "审定补贴资格"), ("县残疾人联合会", "核对残疾人证信息"), ("县财政局", "拨付资金")], "受理申请，公示初审结果。"),
    ("乡村振兴", "高标准农田建设", [("县农业农村局", "编制规划，组织验收，指导管护")], "协助土地协调，落实管护主体。"),
    ("生态环保", "畜禽养殖污染防治", [("市生态环境局双榆分局", "查处环境违法行为"), ("县农业农村局", "指导粪污资源化利用")], "巡查养殖场户，上报污染线索。"),
]
BACK = [("对无证经营烟花爆竹的处罚", "县应急管理局", "组织执法人员开展检查，依法查处"), ("再生育审批", "县卫生健康局", "实行生育登记，取消审批"), ("农村公路路政处罚", "县交通运输局", "由综合执法大队直接实施"),
        ("出具家庭经济状况证明", "县民政局", "通过信息共享核对，不再出具"), ("城镇污水管网养护", "县住房和城乡建设局", "委托专业单位承担")]


def total():
    return sum(len(names) for names in OWN.values())


def one_item(g):
    for cell in g.cells.values():
        if "items" in cell.entry:
            called = list(dict.fromkeys(cell.entry.pop("items")))
            cell.entry.update({"item": called[0]} if len(called) == 1 else {"items": called})


def ruoshui():
    """One sheet, the heading merged down at the left with its count, the department before the name of the item."""
    g = Grid("若水镇")
    g.put(1, 1, "双榆县若水镇履行职责事项清单（试行）", "list.title", span=(1, 7), trial=True)
    g.put(2, 1, "印发日期：2025年4月28日    文号：若政发〔2025〕7号", "list.published", "2025-04-28", span=(1, 7), also=["list.document_number"], parts={"published": "2025-04-28", "document_number": "若政发〔2025〕7号"})
    g.put(4, 1, f"第一部分  基本履职事项清单（{total()}项）", "section", "基本履职事项清单", span=(1, 7), number="第一部分", count=total(), role="basic")
    own = [{"name": name, "of": title, "no": no} for no, (title, name) in enumerate([(title, name) for title, names in OWN.items() for name in names], 1)]
    cols = [Col("类别", "section", lambda p, i: Val(f"{p['of']}\n（{len(OWN[p['of']])}项）", p["of"], count=len(OWN[p["of"]])), merge=True), Col("序号", "number", lambda p, i: p["no"]), Col("事 项 内 容", "name", lambda p, i: p["name"])]
    row = g.table(5, cols, own) + 1
    g.put(row, 1, f"第二部分  配合履职事项清单（{len(WITH)}项）", "section", "配合履职事项清单", span=(1, 7), number="第二部分", count=len(WITH), role="cooperation")
    records = [{"name": name, "item": name, "of": of, "no": no, "department": department, "duty": duty, "town": town} for no, (of, name, found, town) in enumerate(WITH, 1) for department, duty in found]
    cols = [
        Col("类别", "section", lambda p, i: p["of"], merge=True), Col("序号", "number", lambda p, i: p["no"], merge=True), Col("上级部门\n（责任部门）", "department_name", lambda p, i: Val(p["department"], parts=[p["department"]])),
        Col("上级部门履职内容", "department_part", lambda p, i: Val(p["duty"], parts=[{"name": p["department"], "text": p["duty"]}])), Col("配合履职事项", "name", lambda p, i: p["item"], merge=True),
        Col("镇配合内容", "township_part", lambda p, i: p["town"], merge=True), Col("法律依据", "basis", lambda p, i: "《中华人民共和国消防法》第三十二条" if p["no"] == 1 else None, merge=True),
    ]
    row = g.table(row + 1, cols, records) + 1
    one_item(g)
    g.put(row, 1, f"第三部分  上级部门收回事项清单（{len(BACK)}项）", "section", "上级部门收回事项清单", span=(1, 7), number="第三部分", count=len(BACK), role="taken-back")
    cols = [Col("序号", "number", lambda p, i: i + 1), Col("收回部门", "department_name", lambda p, i: Val(p["to"], parts=[p["to"]])), Col("收回事项", "name", lambda p, i: p["name"]), Col("履职方式", "manner", lambda p, i: Val(p["manner"], parts=[{"name": p["to"], "text": p["manner"]}]))]
    row = g.table(row + 1, cols, [{"name": name, "to": to, "manner": manner} for name, to, manner in BACK])
    g.put(row + 1, 1, "抄送：县委办公室，县政府办公室。", "filler", span=(1, 7))
    path = expect("township-ruoshui.xlsx", FORM, ["tables-below-each-other", "title-row", "section-merged-left", "department-before-name", "counts-in-headings", "heads-with-brackets", "trial", "document-number", "merged-down", "blank-cells"], [g], kind="township")
    books.to_xlsx(path, [g], lambda book: by_hand(book.worksheets[0], titles="1:2", blanks=[("G7", " "), ("E8", "\u3000")], yellow=["C6"]))


def songlin():
    """Word: contents with page numbers, a table for each heading, bracketed numbers that run on, the manner and the department in one cell."""
    doc = Doc()
    doc.par("望川区松林街道", "list.title")
    doc.par("履行职责事项清单", "list.title")
    doc.par("目　　录", "filler")
    for text, page in (("一、基本履职事项", 1), ("二、配合履职事项", 5), ("三、上级部门收回事项", 9)):
        doc.par(f"{text}\t{page}", "filler")
    doc.par("一、基本履职事项", "section", "基本履职事项", number="一、", role="basic")
    no = 0
    for at, (title, names) in enumerate(OWN.items()):
        doc.par(f"（{CN[at]}）{title}〔脚注1〕" if at == 0 else f"（{CN[at]}）{title}", "section", title, number=f"（{CN[at]}）", role="basic")
        g = Grid("")
        records = [{"name": name.replace("本镇", "本街道"), "no": no + n} for n, name in enumerate(names, 1)]
        no += len(names)
        g.table(1, [Col("序号", "number", lambda p, i: Val(f"（{p['no']}）", str(p["no"]))), Col("履职事项", "name", lambda p, i: p["name"])], records, head_key="head" if at == 0 else "repeated-head")
        doc.grid(g)
    doc.par("二、配合履职事项", "section", "配合履职事项", number="二、", role="cooperation")
    g = Grid("")
    district = lambda text: text.replace("县", "区")
    records = [{"name": name, "found": [(district(a), b) for a, b in found], "town": town} for _, name, found, town in WITH]

    def departments(p, i):
        names = [name for name, _ in p["found"]]
        if len(names) > 1:
            return Val(f"{names[0]}（牵头）、" + "、".join(names[1:]), parts=names)
        return Val(names[0], parts=names)
    cols = [
        Col("序号", "number", lambda p, i: Val(f"（{no + i + 1}）", str(no + i + 1))), Col("对应区直部门", "department_name", departments), Col("履职事项", "name", lambda p, i: p["name"]),
        Col("区直部门职责", "department_part", lambda p, i: Val("\n".join(f"{name}：\n{n}.{text}。" for n, (name, text) in enumerate(p["found"], 1)), parts=[{"name": name, "text": text + "。"} for name, text in p["found"]])), Col("街道职责", "township_part", lambda p, i: p["town"]),
    ]
    g.table(1, cols, records)
    doc.grid(g)
    doc.par("三、上级部门收回事项", "section", "上级部门收回事项", number="三、", role="taken-back")
    g = Grid("")
    cols = [Col("序号", "number", lambda p, i: str(i + 1)), Col("事项名称", "name", lambda p, i: p["name"]), Col("承接部门及工作方式", "manner", lambda p, i: Val(f"承接部门：{p['to']}\n工作方式：{p['manner']}。", also=["department_name"], parts=[{"name": p["to"], "text": p["manner"] + "。"}]))]
    g.table(1, cols, [{"name": name, "to": district(to), "manner": manner} for name, to, manner in BACK])
    doc.grid(g)
    notes = ["包括街道所属事业单位的党建工作。"]
    path = expect("township-songlin.docx", FORM, ["contents-page", "title-in-two", "table-a-heading", "repeated-head", "numbers-in-brackets", "department-before-name", "department-and-manner-in-a-cell", "lead-in-brackets", "footnotes", "several-departments"],
                  entries=base.without_marks(doc.expected), kind="township", beside=beside(*notes))
    doc.save(path)
    base.footnotes(path, notes)


def baisha():
    """BIFF8: a sheet for each part, items side by side under a heading, numbers with letters, no heads in the first sheet."""
    g = Grid("附件1", role="basic")
    g.put(1, 1, "附件1：", "filler")
    g.put(2, 1, f"白沙乡基本履职事项清单（共{total()}项）", "list.title", span=(1, 4), count=total())
    row, no = 3, 0
    for at, (title, names) in enumerate(OWN.items()):
        g.put(row, 1, f"{CN[at]}. {title} {len(names)}项", "section", title, span=(1, 4), number=f"{CN[at]}.", count=len(names), role="basic")
        for n, name in enumerate(names):
            no += 1
            name = name.replace("本镇", "本乡")
            r, c = row + 1 + n // 2, 1 + n % 2 * 2
            g.put(r, c, f"A-{no}", "number", item=name)
            g.put(r, c + 1, name, "name", item=name)
        row += 1 + (len(names) + 1) // 2
    second = Grid("附件2", role="cooperation")
    second.put(1, 1, "附件2：白沙乡配合履职事项清单", "list.title", "白沙乡配合履职事项清单", span=(1, 6))
    records = [{"name": name, "found": found, "town": town} for _, name, found, town in WITH]
    cols = [
        Col(("事项", "编号"), "number", lambda p, i: f"B-{i + 1}"), Col(("县级", "部门"), "department_name", lambda p, i: Val("/".join(name for name, _ in p["found"]), parts=[name for name, _ in p["found"]])),
        Col(("县级", "职责任务"), "department_part", lambda p, i: Val("；".join(f"{'①②③'[n]}{name}{text}" for n, (name, text) in enumerate(p["found"])) + "。", parts=[{"name": name, "text": text} for name, text in p["found"]])),
        Col(("事项", "名称"), "name", lambda p, i: p["name"]), Col(("乡级", "职责任务"), "township_part", lambda p, i: p["town"]), Col(("乡级", "承办机构"), "offices", lambda p, i: ["综合治理办", "民生服务办", "农业服务中心"][i % 3]),
    ]
    second.table(2, cols, records)
    third = Grid("附件3", role="taken-back")
    third.put(1, 1, "附件3：白沙乡上级收回事项清单", "list.title", "白沙乡上级收回事项清单", span=(1, 4))
    cols = [Col("编号", "number", lambda p, i: f"C-{i + 1}"), Col("收回部门", "department_name", lambda p, i: Val(p["to"], parts=[p["to"]])), Col("事项", "name", lambda p, i: p["name"]), Col("收回后如何办理", "manner", lambda p, i: Val(p["manner"], parts=[{"name": p["to"], "text": p["manner"]}]))]
    end = third.table(2, cols, [{"name": name, "to": to, "manner": manner} for name, to, manner in BACK])
    third.put(end, 1, "白沙乡人民政府 2025年6月印", "list.published", "2025-06", span=(1, 4))
    grids = [g, second, third]
    path = expect("township-baisha.xls", FORM, ["biff8", "sheets-for-parts", "no-heads", "side-by-side", "section-rows", "letters-as-numbers", "department-before-name", "head-two-rows", "same-head-twice", "several-departments", "counts-in-headings"], grids, kind="township")
    books.to_xls(path, grids)


def make():
    for one in (ruoshui, songlin, baisha):
        one()
