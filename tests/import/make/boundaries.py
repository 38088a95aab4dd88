"""Form 7: papers on the boundaries between departments, and supervision regimes."""

import books
from duty_words import MATTERS, REGIMES
from form_an_item import fill
from letters import Doc
from paper import Col, Grid, Val
from parts import matters, regimes
from place import expect

FORM = "boundaries"
# What a paper of a city says beside what the county's lists say: levels of government among those who take part.
CITY = [
    ("森林火灾扑救", [("各县（区）人民政府", "统一领导本行政区域的扑救工作。"), ("市应急管理局", "牵头，指挥协调跨县扑救，发布火险信息。"), ("市林业局", "配合，负责火灾预防和早期处置。"), ("市公安局", "配合，查明起火原因，维护秩序。")],
     "《森林防火条例》第五条", "某年春季跨县山火，应急部门统一调度，林业部门组织清理火线。"),
    ("餐饮油烟治理", [("市生态环境局", "牵头，监测和查处超标排放。"), ("市城市管理局", "配合，查处露天烧烤。"), ("各镇人民政府、街道办事处", "负责日常巡查，调解邻里纠纷。")],
     "《中华人民共和国大气污染防治法》第八十一条", "居民投诉油烟扰民，街道先行调解，生态环境部门监测后处理。"),
    ("校外培训机构管理", [("市教育局", "牵头，审批学科类机构，检查办学行为。"), ("市市场监督管理局", "配合，办理登记，查处违规收费和虚假广告。"), ("市消防救援支队", "配合，检查场所消防安全。")],
     "《中华人民共和国民办教育促进法》第八条", "某机构突然停业，教育部门组织退费，市场监管部门立案调查。"),
]


def of_matter(doc, g, name, found):
    """A table of departments and their parts, under a heading that names the matter."""
    cols = [Col("部门", "participants.name", lambda p, i: p["name_"]), Col("职责分工", "participants.responsibility", lambda p, i: Val(p["duty"], participant=p["name_"]))]
    g.table(1, cols, [{"name": name, "name_": department, "duty": duty} for department, duty in found])
    doc.grid(g)


def county():
    """Word: principles as paragraphs, each matter a numbered heading with a table below it."""
    doc = Doc()
    doc.par("双榆县部门职责边界清单（第一批）", "list.title")
    doc.par("双政发〔2015〕18号", "list.document_number")
    doc.par("划分原则：一件事由一个部门负责；需要几个部门共同负责的，明确牵头部门。", "list.notes")
    cn = "一二三四五六七八"
    for at, (name, found, basis, case) in enumerate(MATTERS):
        doc.par(f"（{cn[at]}）{name}", "matters.name", name, number=f"（{cn[at]}）", item=name, look="tracked" if at == 2 else None)
        of_matter(doc, Grid("", matter=name), name, found)
        doc.par(f"划分依据：{basis}", "matters.basis", basis, item=name)
        if at % 2 == 0:
            doc.par(f"案例：{case}", "matters.case", case, item=name)
    path = expect("boundaries-county.docx", FORM, ["headings-over-tables", "title-row", "tracked-changes", "document-number"], entries=doc.expected, kind="boundaries")
    doc.save(path)


def city():
    """One sheet, matters merged down beside their departments, page heads repeated, an annex named at the end."""
    g = Grid("职责边界清单")
    g.put(1, 1, "平川市部门职责边界清单", "list.title", span=(1, 6))
    g.put(2, 1, "单位：平川市委机构编制委员会办公室", "list.agency", "平川市委机构编制委员会办公室", span=(1, 6))
    row = matters(g, 3, CITY)
    g.put(row, 1, "续表", "filler", span=(1, 6))
    row = matters(g, row + 1, [MATTERS[0], MATTERS[3], MATTERS[4], MATTERS[6]], head_key="repeated-head")
    g.put(row, 1, "注：牵头部门负责组织协调，配合部门按分工落实。", "list.notes", span=(1, 6))
    g.put(row + 1, 1, "附件：职责边界争议处理办法（另发）", "list.notes", span=(1, 6))
    path = expect("boundaries-city.xlsx", FORM, ["title-row", "unit-line", "merged-down", "merged-across", "continued-table", "repeated-head", "note-rows", "annex", "inline-strings"], [g], kind="boundaries")
    books.to_xlsx(path, [g], inline=True)


def lead():
    """BIFF8: the same heads twice, under those who lead and those who support."""
    g = Grid("Sheet1")
    g.put(1, 1, "望川区跨部门事项职责分工表", "list.title", span=(1, 7))
    records = []
    for no, (name, found, basis, _) in enumerate(MATTERS, 1):
        for at, (department, duty) in enumerate(found[1:]):
            records.append({"name": name, "no": no, "lead": found[0][0].replace("县", "区"), "lead_duty": found[0][1], "other": department.replace("县", "区"), "duty": duty, "basis": basis, "first": at == 0})
    cols = [
        Col("序号", "matters.number", lambda p, i: str(p["no"]) if p["first"] else None), Col("事项", "matters.name", lambda p, i: p["name"] if p["first"] else None),
        Col(("牵头部门", "名称"), "participants.name", lambda p, i: Val(p["lead"], lead=True) if p["first"] else None), Col(("牵头部门", "职责"), "participants.responsibility", lambda p, i: Val(p["lead_duty"], participant=p["lead"]) if p["first"] else None),
        Col(("配合部门", "名称"), "participants.name", lambda p, i: p["other"]), Col(("配合部门", "职责"), "participants.responsibility", lambda p, i: Val(p["duty"], participant=p["other"])),
        Col("依据", "matters.basis", lambda p, i: p["basis"] if p["first"] else Val("同上", p["basis"], printed="同上") if p["no"] % 2 else None),
    ]
    row = g.table(2, cols, records)
    g.put(row, 1, "共8项", "count", span=(1, 7), count=8)
    path = expect("boundaries-lead.xls", FORM, ["biff8", "head-two-rows", "same-head-twice", "continuing-rows", "ditto", "title-row", "merged-across", "subtotals", "numbers-as-text"], [g], kind="boundaries")
    books.to_xls(path, [g])


def regime_table():
    """.ods: a regime a row, a head over its provisions, a row hidden, a sheet hidden."""
    g = Grid("监管制度")
    g.hidden_rows = {7}
    g.put(1, 1, "双榆县事中事后监督管理制度", "list.title", span=(1, 8))
    row = regimes(g, 2, REGIMES, upper="监督检查")
    g.put(row, 1, "注：检查人员不得少于两人。", "list.notes", span=(1, 8))
    hidden = Grid("选项", state="hidden", lookup=True)
    for at, word in enumerate(("监管方式", "日常巡查", "专项检查", "随机抽查"), 1):
        hidden.put(at, 1, word, "report")
    path = expect("boundaries-regimes.ods", FORM, ["ods", "head-two-rows", "merged-across", "title-row", "hidden-row", "hidden-sheet", "note-rows"], [g, hidden], kind="regimes")
    books.by_office(path, [g, hidden])


def regime_forms():
    """Word: a form for each regime; the steps are numbered by Word, values are content controls."""
    doc = Doc()
    doc.par("双榆县市场监督管理局监管制度一览", "list.title", look="box")
    kinds = ("subjects", "content", "methods", "procedure", "measures", "handling")
    titles = ("监管对象", "监管内容", "监管方式", "监管程序", "监管措施", "处理措施")
    for number, regime in enumerate([REGIMES[0], REGIMES[1], REGIMES[2], REGIMES[7]], 1):
        g = Grid("")
        lines = [[("监管事项", "regimes.title", Val(regime[0], look="sdt-run"))]]
        for at, (title, kind) in enumerate(zip(titles, kinds), 1):
            value = Val(regime[at], look="sdt" if at % 3 == 0 else None)
            if kind == "procedure":
                steps = [step.split(".", 1)[1].rstrip("；") for step in regime[at].split("；")]
                value = Val("\n".join(steps), "\n".join(f"{no}.{step}" for no, step in enumerate(steps, 1)), automatic=True, parts=steps, look=f"autolist:{doc.list_of('%1.')}")
            lines.append([(title, f"provisions:{kind}", value)])
        lines.append([("责任股室", "regimes.offices", regime[7])])
        fill(g, 1, lines, regime[0], width=2)
        doc.grid(g)
    path = expect("boundaries-regime-forms.docx", FORM, ["vertical-forms", "text-boxes", "content-controls", "automatic-numbering"], entries=doc.expected, kind="regimes", heads_at="left")
    doc.save(path)


def make():
    for one in (county, city, lead, regime_table, regime_forms):
        one()
