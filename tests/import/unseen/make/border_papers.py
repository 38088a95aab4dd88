"""Form 7: boundaries as prose, as a table with a column for each department, and supervision regimes as prose."""

import base
import books
from base import beside, by_hand
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "boundaries"
CN = "一二三四五六七八九十"
MATTERS = [
    ("食品安全", [("县市场监督管理局", True, "牵头负责食品生产、流通和餐饮环节的监督管理，组织查处重大食品安全案件。"), ("县农业农村局", False, "负责食用农产品进入市场前的质量安全监督管理。"), ("县卫生健康局", False, "负责食品安全风险监测，通报食源性疾病信息。")],
     "《中华人民共和国食品安全法》第五条、第六条", "某学校学生集体腹痛，卫生健康部门开展流行病学调查，市场监管部门封存食品并抽样。"),
    ("非道路移动机械污染防治", [("市生态环境局双榆分局", True, "制定登记管理办法，抽测排放状况。"), ("县住房和城乡建设局", False, "督促施工单位使用达标机械。"), ("县交通运输局", False, "督促公路养护、港口作业单位使用达标机械。")],
     "《中华人民共和国大气污染防治法》第五十六条", None),
    ("地质灾害防治", [("县自然资源局", True, "组织隐患调查，编制防治规划，发布预警。"), ("县应急管理局", False, "组织抢险救援，核查灾情。"), ("各乡镇人民政府", False, "落实群测群防，组织转移避险。")],
     "《地质灾害防治条例》第七条", "汛期某村后山开裂，乡镇组织群众转移，自然资源部门派专家研判，应急管理部门调拨帐篷。"),
    ("户外广告管理", [("县城市管理局", True, "审批并检查户外广告设施。"), ("县市场监督管理局", False, "查处违法广告内容。")], "《中华人民共和国广告法》第四十一条", None),
]
REGIMES = [
    ("取水许可事中事后监管制度", [("监管对象", "subjects", "依法取得取水许可证的单位和个人。"), ("监管内容", "content", "取水量、取水地点、计量设施运行情况。"), ("监管方式", "methods", "实行日常巡查与双随机抽查相结合，每年抽查比例不低于20%。"),
      ("监管程序", "procedure", "制定方案、现场检查、反馈意见、督促整改、归档。"), ("监管措施", "measures", "约谈负责人，通报检查结果。"), ("监管处理", "handling", "发现超量取水的，责令限期改正，依法处罚。")]),
    ("劳务派遣单位监管制度", [("监管对象", "subjects", "取得劳务派遣经营许可证的单位。"), ("监管内容", "content", "派遣协议、劳动合同、工资支付。"), ("监管方式", "methods", "年度报告核验，专项检查。"),
      ("监管程序", "procedure", "书面通知、查阅资料、制作笔录、公布结果。"), ("监管措施", "measures", "列入重点监管名单。"), ("监管处理", "handling", "违法的依照《中华人民共和国劳动合同法》第九十二条处理。")]),
]


def prose():
    """Word: every matter in paragraphs: divided responsibilities, law, case; departments numbered at the start of their sentences; a footnote."""
    doc = Doc()
    doc.par("双榆县食品安全等四个领域", "list.title")
    doc.par("部门职责边界的意见", "list.title")
    doc.par("双编〔2021〕3号", "list.document_number")
    doc.par("各乡镇党委、人民政府，县直各部门：", "filler")
    doc.par("为厘清部门职责，避免推诿扯皮，现明确如下。", "list.notes")
    for at, (name, found, basis, case) in enumerate(MATTERS):
        doc.par(f"{CN[at]}、关于{name}的职责分工" + ("〔脚注1〕" if at == 2 else ""), "matters.name", name, printed=f"{CN[at]}、关于{name}的职责分工", number=f"{CN[at]}、", item=name)
        doc.par("（一）部门职责", "head")
        for no, (department, lead, text) in enumerate(found, 1):
            doc.par(f"{no}．{department}{text}" if at % 2 else f"{no}．{department}：{text}", "participants.responsibility", text, number=f"{no}．", participant=department, item=name, also=["participants.name"], **({"lead": True} if "牵头" in text else {}))
        doc.par(f"（二）法律依据：{basis}。", "matters.basis", basis, item=name)
        if case:
            doc.par("（三）案例", "head", of="matters.case")
            doc.par(case, "matters.case", item=name)
    doc.par("本意见由县委机构编制委员会办公室负责解释。", "list.notes")
    doc.par("中共双榆县委机构编制委员会办公室", "list.agency")
    doc.par("2021年7月15日", "list.published", "2021-07-15")
    notes = ["不含矿山地质环境治理。"]
    path = expect("boundaries-prose.docx", FORM, ["prose", "no-table", "title-in-two", "document-number", "number-in-cell", "footnotes", "agency-and-date-at-end"], entries=base.without_marks(doc.expected), kind="boundaries", beside=beside(*notes))
    doc.save(path)
    base.footnotes(path, notes)


def flood():
    """A column for each department, a matter a row; some cells empty; the one that leads is marked with a star and a colour."""
    g = Grid("分工表")
    departments = ["区应急管理局", "区水务局", "区自然资源局", "各镇（街道）"]
    table = [
        ("山洪灾害防御", ["组织抢险救援", "★发布山洪预警，管理监测站点", "提供地质隐患点资料", "组织群众转移"]), ("城市内涝处置", ["调拨抢险物资", "★调度排水泵站", None, "封控低洼路段"]),
        ("森林草原防灭火", ["★组织扑救，统一指挥", None, "开展防火巡护和早期处理", "组建半专业队伍"]), ("地震应急避难场所", ["★编制规划，挂牌管理", None, "保障建设用地", "日常维护"]), ("水库安全度汛", [None, "★审查度汛方案", None, "落实巡查责任人"]),
    ]
    g.put(1, 1, "望川区防灾减灾救灾职责边界对照表", "list.title", span=(1, 7))
    g.put(2, 1, "注：★为牵头部门，空白为无职责。", "list.notes", "★为牵头部门，空白为无职责。", span=(1, 7))
    cols = [Col("序号", "matters.number", lambda p, i: f"{i + 1:02d}"), Col("管理事项", "matters.name", lambda p, i: p["name"])]
    for at, department in enumerate(departments):
        def get(p, i, at=at, department=department):
            text = p["found"][at]
            if text is None:
                return None
            lead = {"lead": True} if text.startswith("★") else {}
            return Val(text, text.lstrip("★"), participant=department, **lead)
        cols.append(Col(("部门职责分工", department), "participants.responsibility", get))
    cols.append(Col("依据", "matters.basis", lambda p, i: ["《中华人民共和国防洪法》第八条", "《城镇排水与污水处理条例》第五条", "《森林防火条例》第五条", "《中华人民共和国防震减灾法》第四十一条", "《水库大坝安全管理条例》第三条"][i]))
    row = g.table(3, cols, [{"name": name, "found": found} for name, found in table])
    for (r, c), cell in g.cells.items():
        if cell.entry["key"] == "head" and cell.entry.get("of") == "participants.responsibility":
            cell.entry["participant"] = cell.entry["value"]
    g.put(row + 1, 1, "区委编办 二〇二二年三月制", "list.compiled", "2022-03", span=(1, 7))
    path = expect("boundaries-flood.xlsx", FORM, ["column-a-department", "head-two-rows", "title-row", "stars-for-lead", "colours", "comments", "chinese-date", "blank-cells", "note-rows"], [g], kind="boundaries", beside=beside("与水务局会商后定"))
    books.to_xlsx(path, [g], lambda book: by_hand(book.worksheets[0], [("C5", "与水务局会商后定")], ["D5", "D6", "C7", "C8", "D9"], blanks=[("D7", " ")]))


def regime_prose():
    """Word: regimes as prose, the heading of a provision at the start of its paragraph, or in one of its own."""
    doc = Doc()
    doc.par("平川市事中事后监督管理制度汇编（节选）", "list.title")
    for at, (title, found) in enumerate(REGIMES):
        doc.par(f"第{CN[at]}章　{title}", "regimes.title", title, number=f"第{CN[at]}章", item=title)
        doc.par("责任科室：" + ("水资源科" if at == 0 else "就业促进科"), "regimes.offices", "水资源科" if at == 0 else "就业促进科", item=title)
        for no, (heading, kind, text) in enumerate(found):
            if at == 0:
                doc.par(f"{CN[no]}、{heading}", "head", of=f"provisions:{kind}")
                doc.par(text, f"provisions:{kind}", item=title)
            else:
                doc.par(f"（{CN[no]}）{heading}。{text}", f"provisions:{kind}", text, number=f"（{CN[no]}）", item=title, heading=heading)
    path = expect("boundaries-regime-prose.docx", FORM, ["prose", "no-table", "chapters", "head-in-paragraph"], entries=doc.expected, kind="regimes")
    doc.save(path)


def make():
    for one in (prose, flood, regime_prose):
        one()
