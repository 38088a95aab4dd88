"""Form 6: lists of public services."""

import datetime

import base
import books
from base import by_hand, tel, tels
from form_an_item import fill
from letters import Doc
from paper import Col, Grid, Val
from place import expect

FORM = "services"
CN = "一二三四五六七八九十"
SERVED = [
    ("公交线路查询", "提供线路、站点和首末班时间", "每日6:00—22:00", "平川市客运总站", "运输服务科"), ("老年人乘车卡办理", "为65周岁以上老年人办理免费乘车卡", "工作日8:30—17:00", "平川市民之家一楼", "运输服务科"),
    ("道路运输从业资格查询", "查询从业资格证状态", "工作日", "望川区交通大厦202室", "证件科"), ("农村客运预约", "偏远村预约班车", "提前一天预约", "各镇运输站", "农村客运办"),
    ("失物招领", "登记并发还乘客遗失物品", "全天", "平川市客运总站失物招领处", "客运公司"), ("安全乘车宣传", "进校园、进社区宣传安全乘车", "每年6月、9月", "学校、社区", "安全科"),
    ("出租车投诉受理", "受理投诉，5日内答复", "全天", "电话受理", "稽查支队"), ("春运信息发布", "发布班次和余票信息", "春运期间", "网站", "信息中心"),
]
READING = [
    ("图书借阅", "凭读者证借阅，每次限4册", "周二至周日9:00—18:00", "双榆县图书馆二楼", "流通部"), ("读者证办理", "凭有效证件免费办理", "开馆时间", "服务台", "流通部"), ("少儿故事会", "每周一次绘本讲读", "每周六上午", "少儿阅览室", "少儿部"),
    ("流动图书车", "到各镇巡回借阅", "每月第一周", "各镇文化站", "辅导部"), ("地方文献查询", "提供县志、家谱查阅", "工作日", "特藏室", "文献部"), ("公益讲座", "邀请专家举办讲座", "每季度一期", "报告厅", "活动部"),
]


def transit():
    """Phone and address in one cell, time and place in another, groups as rows, dates that are numbers, columns without a key."""
    g = Grid("公共服务")
    g.put(1, 1, "平川市交通运输系统便民利民服务事项（2021）", "list.title", span=(1, 8))
    g.put(2, 1, "制表单位：平川市交通运输局", "list.agency", "平川市交通运输局", span=(1, 4))
    g.put(2, 5, Val(datetime.date(2021, 3, 31), look="format:yyyy.mm.dd"), "list.compiled", span=(1, 4))
    cols = [
        Col("编号", "services.number", lambda p, i: f"JT{p['no']:03d}"), Col("便民服务名称", "services.name", lambda p, i: p["name"]), Col("提供什么服务", "services.description", lambda p, i: p["what"]), Col("服务对象", "note", lambda p, i: "社会公众"),
        Col("时 间", "services.schedule", lambda p, i: p["when"]), Col("地址及电话", "services.place", lambda p, i: Val(f"地址：{p['where']}\n电话：{tel(p['no'], 85)}", p["where"] + tel(p["no"], 85), printed=f"地址：{p['where']}\n电话：{tel(p['no'], 85)}", also=["services.phones"], parts={"place": p["where"], "phones": [tel(p["no"], 85)]})),
        Col("责任科室\n（单位）", "services.offices", lambda p, i: p["office"]), Col("服务依据", "services.basis", lambda p, i: "《道路旅客运输及客运站管理规定》第四条" if p["no"] in (1, 3) else None),
    ]
    rows = [dict(zip(("name", "what", "when", "where", "office"), one), no=no) for no, one in enumerate(SERVED, 1)]
    row = g.heads(3, cols)
    for title, chosen in (("（一）窗口服务", rows[:4]), ("（二）社会服务", rows[4:])):
        g.put(row, 1, title, "section", title[3:], span=(1, 8), number=title[:3])
        row = g.table(row + 1, cols, chosen, heads=False)
    g.put(row, 1, "咨询总机：0000-8512345转801、802", "list.phones", "0000-8512345转801、802", span=(1, 8), parts=[{"number": "0000-8512345", "extension": "801"}, {"number": "0000-8512345", "extension": "802"}])
    path = expect("services-transit.xlsx", FORM, ["title-row", "unit-line", "section-rows", "address-and-phone-in-a-cell", "date-serial", "comments", "heads-with-brackets", "unknown-columns", "choices"], [g], kind="services", beside=base.beside("预约电话见右"))
    books.to_xlsx(path, [g], lambda book: by_hand(book.worksheets[0], [("B8", "预约电话见右")], ["B10"], choose=("D5:D14", ["社会公众", "企业"])), inline=True)


def library():
    """Word: a small table of four cells a row for each service, its name in a row over all, the number before the name."""
    doc = Doc()
    doc.par("双榆县图书馆服务事项公示", "list.title")
    doc.par("为方便群众，现将有关服务事项公示如下：", "list.notes")
    for i, (name, what, when, where, office) in enumerate(READING):
        g = Grid("")
        g.put(1, 1, f"{i + 1}. {name}", "services.name", name, span=(1, 4), number=f"{i + 1}.", item=name)
        lines = [[("服务内容", "services.description", what)], [("服务时间", "services.schedule", when), ("服务地点", "services.place", where)], [("承办部门", "services.offices", office), ("咨询电话", "services.phones", tels(tel(i, 86)))],
                 [("监督评价", "note", "意见箱、网上留言"), ("收费情况", "note", "免费")]]
        fill(g, 2, lines, name)
        doc.grid(g)
    doc.par("双榆县图书馆", "list.agency")
    doc.par("2019年1月2日", "list.published", "2019-01-02")
    path = expect("services-library.docx", FORM, ["vertical-forms", "name-over-the-form", "number-in-cell", "agency-and-date-at-end", "prose-before-tables", "unknown-columns"], entries=doc.expected, kind="services", heads_at="left")
    doc.save(path)


def street():
    """CSV in UTF-8 without a mark: titles with empty cells after them, heads in English beside Chinese, columns of ticks, cells of blanks, full-width marks."""
    g = Grid("services-street")
    g.put(1, 1, "松林街道政务服务中心", "list.agency")
    g.put(2, 1, "公共服务事项清单（２０２２年版）", "list.title", "公共服务事项清单（2022年版）", printed="公共服务事项清单（２０２２年版）")
    things = [("灵活就业登记", "登记灵活就业人员信息"), ("老年证办理", "为60周岁以上老人办证"), ("居住证申领", "受理流动人口居住登记"), ("残疾人证申请", "受理残疾等级评定申请"), ("法律咨询", "律师每周三坐班"), ("健康讲座", "每月举办一场"), ("文体活动室开放", "免费开放")]
    rows = [{"name": name, "what": what, "no": no} for no, (name, what) in enumerate(things, 1)]
    tick = lambda wanted: lambda p, i: "√" if wanted(i) else " "
    cols = [
        Col("NO．", "services.number", lambda p, i: full_width(p["no"])), Col("事项（Service）", "services.name", lambda p, i: p["name"]), Col("内容 Content", "services.description", lambda p, i: p["what"]),
        Col("窗口办", "note", tick(lambda i: True)), Col("网上办", "note", tick(lambda i: i % 2 == 0)), Col("自助办", "note", tick(lambda i: i == 2)),
        Col("办理时间 Hours", "services.schedule", lambda p, i: "工作日９：００－１７：００"), Col("办理窗口", "services.place", lambda p, i: f"{p['no']}号窗口"), Col("责任人岗位", "note", lambda p, i: "综合窗口岗"),
        Col("联系电话/传真", "services.phones", lambda p, i: Val(f"{tel(i, 87)}（传真同号）", parts=[tel(i, 87)])), Col("备　注", "services.notes", lambda p, i: "需带，身份证" if i == 2 else None),
    ]
    g.table(4, cols, rows)
    for cell in [at for at, cell in g.cells.items() if cell.stored == " "]:
        g.cells[cell].entry["drop"] = True
    entries = [entry for entry in g.entries() if not entry.pop("drop", False)]
    path = expect("services-street.csv", FORM, ["utf-8", "commas", "title-row", "agency-above-title", "blank-row", "tick-columns", "blank-cells", "heads-in-two-languages", "full-width-digits", "unknown-columns"], grids=[g], entries=entries, kind="services")
    books.to_csv(path, g, "utf-8", ",", ending="\n")


def full_width(number):
    """A number as Val: full-width figures, read at half width."""
    from words import wide
    return Val(wide(number), str(number))


def make():
    for one in (transit, library, street):
        one()
