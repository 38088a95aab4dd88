"""Form 1: a list of powers and responsibilities as one table with a column for the type."""

import datetime

import books
import words
from paper import Col, Grid, Val
from place import expect
from powers import powers

FORM = "one-table"


def agriculture():
    agency, rows = powers("农业")
    g = Grid("权责清单")
    g.put(1, 1, "双榆县农业农村局权责清单", "list.title", span=(1, 10))
    g.put(2, 1, "单位：双榆县农业农村局", "list.agency", "双榆县农业农村局", span=(1, 6))
    g.put(2, 7, Val(datetime.date(2024, 3, 1), look="format:yyyy年m月d日"), "list.compiled", span=(1, 4))

    def stages(p, i):
        text, parts = words.stages(p)
        return Val(text.replace("\n", "_x000D_\n") if i % 3 == 0 else text, text, parts=parts)

    def account(p, i):
        text, parts = words.accountability(i, lead="有下列情形之一的，应当追究责任：" if i % 2 else "因不履行或不正确履行职责，有下列情形的，追究责任：")
        return Val(text, parts=parts)

    def phones(p, i):
        two = [words.phone(i, 71), words.phone(i, 72)]
        return Val([f"{two[0]}\n{two[1]}", f"{two[0]}、{two[1]}", f"{two[0]} {two[1]}", two[0]][i % 4], parts=two[:1] if i % 4 == 3 else two)

    cols = [
        Col("序号", "number", lambda p, i: Val(words.wide(i + 1), str(i + 1)) if i % 5 == 2 else i + 1),
        Col("权力类型", "type", lambda p, i: p["type"], merge=True),
        Col("权力名称", "name", lambda p, i: ["", "\u3000", "\xa0"][i % 3] + p["name"] + ("  " if i % 4 == 1 else "")),
        Col("实施依据", "basis", lambda p, i: words.basis(p)),
        Col("责任事项", "stages", stages),
        Col("追责情形", "accountability", account),
        Col("责任股室", "offices", lambda p, i: p["office"]),
        Col("服务对象", "recipients", lambda p, i: words.RECIPIENTS[i % 6]),
        Col("咨询电话", "consultation_phone", phones),
        Col("备\u3000注", "notes", lambda p, i: {3: "下放部分种类", 11: Val("已\xa0赋权柳坪镇", "已\xa0赋权柳坪镇")}.get(i)),
    ]
    end = g.table(3, cols, rows)
    g.put(end, 1, "注：1.本清单依据现行法律法规编制，法律法规修改的按修改后的执行。", "list.notes", span=(1, 10))
    g.put(end + 1, 1, "2.咨询电话工作日9:00—17:00接听。", "list.notes", span=(1, 10))
    path = expect("one-table-agriculture.xlsx", FORM, ["title-row", "unit-line", "merged-down", "merged-across", "x000D", "line-breaks", "two-phones", "full-width-digits",
                  "odd-blanks", "note-rows", "formats-to-the-end", "date-serial", "accountability-numbered", "stages-numbered"], [g])
    books.to_xlsx(path, [g], lambda book: books.formats_to_the_end(book["权责清单"], 10))


def water():
    agency, rows = powers("水务")
    g = Grid("Sheet1")
    g.hidden_cols = {9}
    g.put(1, 1, "双榆县水务局行政权力和责任清单（2023年版）", "list.title", span=(1, 12))
    g.put(2, 1, "填报单位（盖章）：双榆县水务局", "list.agency", "双榆县水务局", span=(1, 5))
    g.put(2, 6, "填报日期：2023年11月20日", "list.compiled", "2023-11-20", span=(1, 3))
    g.put(2, 10, "联系电话：0000-7100001", "list.phones", "0000-7100001", span=(1, 3))
    cols = [
        Col("序号", "number", lambda p, i: str(i + 1)),
        Col("职权类型", "type", lambda p, i: p["type"], same="同上"),
        Col("项目编码", "code", lambda p, i: words.code(i + 1, p)),
        Col("职权名称", "name", lambda p, i: p["name"]),
        Col("法定依据", "basis", lambda p, i: words.basis(p, i % 2 == 0)),
        Col("承办机构", "offices", lambda p, i: p["office"], same="〃"),
        Col(("办理时限", "法定时限"), "statutory_limit", lambda p, i: words.LIMITS[i % 6][0] if p["letter"] in "许确裁" else Val("—", "", key="blank")),
        Col(("办理时限", "承诺时限"), "promised_limit", lambda p, i: words.LIMITS[i % 6][1] if p["letter"] in "许确裁" else Val("—", "", key="blank")),
        Col("内部流水号", "note", lambda p, i: f"SW{2023000 + i}"),
        Col("收费标准及依据", "fee", lambda p, i: words.FEES[i % 4]),
        Col("监督电话", "supervision_phone", lambda p, i: Val(words.phone(i % 3, 73), parts=[words.phone(i % 3, 73)])),
        Col("备注", "notes", lambda p, i: "与自然资源部门联合实施" if i in (3, 9) else None),
    ]
    row = g.heads(3, cols)
    groups, at = [], 0
    for letters_, label in (("许", "行政许可小计"), ("罚", "行政处罚小计"), ("强征检裁奖他确", "其他类小计")):
        groups.append(([p for p in rows if p["letter"] in letters_], label))
    for group, label in groups:
        for number, p in enumerate(group):
            p["no"] = at + number
        fresh = [Col(c.head, c.key, (lambda get: lambda p, i: get(p, p["no"]))(c.get), same=c.same) for c in cols]
        row = g.table(row, fresh, group, heads=False)
        g.put(row, 1, label, "count", span=(1, 3))
        g.put(row, 4, f"{len(group)}项", "count")
        at += len(group)
        row += 1
    g.put(row, 1, "合计", "count", span=(1, 3))
    g.put(row, 4, f"{at}项", "count")
    g.put(row + 1, 1, "备注：监督电话受理时间为工作日。", "list.notes", span=(1, 12))
    path = expect("one-table-water.xls", FORM, ["title-row", "unit-line", "head-two-rows", "same-head-twice", "merged-across", "ditto", "subtotals", "numbers-as-text", "hidden-column",
                  "note-rows", "dates-as-text", "biff8", "unknown-columns"], [g])
    books.to_xls(path, [g])


def market():
    agency, rows = powers("市场")
    g = Grid("one-table-market")
    g.put(1, 1, "望川区市场监督管理局权责事项汇总", "list.title")
    cols = [
        Col("序号", "number", lambda p, i: str(i + 1)),
        Col("事项类型", "type", lambda p, i: p["type"] if i else Val("行政许可（国办）", word="licence")),
        Col("事项编码", "code", lambda p, i: words.code(i + 1, long=True)),
        Col("事项名称", "name", lambda p, i: p["name"]),
        Col("设定依据", "basis", lambda p, i: words.basis(p) + ("《国务院关于取消和下放一批行政审批项目的决定》附件2第17项" if i == 0 else "")),
        Col("实施主体", "body", lambda p, i: agency),
        Col("责任科室", "offices", lambda p, i: Val(p["office"] + "、执法大队", parts=[p["office"], "执法大队"]) if p["letter"] == "强" else p["office"]),
        Col("是否高频", "note", lambda p, i: "是" if i % 3 == 0 else "否"),
        Col("一次办好", "note", lambda p, i: "“一次办好”事项" if p["letter"] == "许" else None),
        Col("跑动次数", "note", lambda p, i: "0次" if i % 2 else "1次"),
        Col("办理时限", "promised_limit", lambda p, i: words.LIMITS[i % 6][1] if p["letter"] in "许确" else None),
        Col("投诉举报电话", "complaints_phone", lambda p, i: Val("0000-7412315;0000-74" + f"{i:05d}", parts=["0000-7412315", "0000-74" + f"{i:05d}"])),
        Col("备注", "notes", lambda p, i: "受市局委托实施；\n法律责任由委托机关承担" if "受委托" in p["name"] else None),
    ]
    g.table(2, cols, rows)
    path = expect("one-table-market.csv", FORM, ["title-row", "gbk", "semicolons", "unknown-columns", "long-codes", "two-phones", "line-breaks", "numbers-as-text", "type-variants", "annex-as-basis"], [g])
    books.to_csv(path, g, "gbk", ";")


def large(out=None):
    """3,000 penalties. The expectations are blocks: what holds of a whole column."""
    doing = ["擅自改变", "未按规定公示", "伪造", "涂改", "转让", "出租、出借", "未按规定备案", "未按规定检修", "超范围使用", "拒不提供", "隐瞒有关情况申请", "未建立台账即使用",
             "逾期未办理延续仍使用", "损毁", "未按规定保存", "虚报", "未取得资格操作", "未按期检验仍使用", "未张贴警示标志即启用", "阻碍检查"]
    things = ["经营场所", "许可证件", "计量器具", "起重机械", "压力容器", "电梯", "客运索道", "大型游乐设施", "食品添加剂", "进货记录", "检验报告", "广告内容", "商品标签", "认证标志",
              "条码", "价格标示", "合同格式条款", "网络交易信息", "直销网点", "拍卖记录", "药品冷链设备", "医疗器械", "化妆品", "保健食品", "婴幼儿配方食品", "餐饮具", "冷藏运输车辆",
              "集中交易市场档案", "小作坊登记证", "小摊点信息卡", "气瓶", "锅炉", "压力管道", "叉车", "防伪标识", "地理标志", "专利标识", "商标", "特殊标志", "奥林匹克标志", "检测设备",
              "标准样品", "能效标识", "水效标识", "汽车配件", "农资商品", "成品油", "煤炭制品", "烟花包装", "儿童玩具"]
    # 20 doings of 50 things are 1,000 names; three kinds of body make 3,000 of them.
    whose = ["企业", "个体工商户", "其他组织"]
    laws = [("中华人民共和国产品质量法", "第四十九条"), ("中华人民共和国特种设备安全法", "第八十四条"), ("中华人民共和国计量法", "第二十六条"), ("中华人民共和国广告法", "第五十五条")]
    g = Grid("处罚事项")
    g.put(1, 1, "平川市市场监管领域行政处罚事项目录", "list.title", span=(1, 7))
    cols = [Col(head, key, None) for head, key in (("序号", "number"), ("事项编码", "code"), ("职权名称", "name"), ("职权类型", "type"), ("实施依据", "basis"), ("承办机构", "offices"), ("行使层级", "levels"))]
    g.heads(2, cols)
    formulas, fixed = {}, list(g.entries())
    offices = ["执法一大队", "执法二大队", "执法三大队"]
    for at in range(3000):
        row = at + 3
        law, article = laws[at % 4]
        name = f"对{whose[at // 1000]}{doing[at % 1000 // 50]}{things[at % 50]}的处罚"
        values = [at + 1, words.code(at, long=True), name, "行政处罚", f"《{law}》{article}", offices[at % 3], "县级"]
        for col, (value, head) in enumerate(zip(values, cols), 1):
            g.put(row, col, value, head.key, look=None)
        if at:
            formulas[f"A{row}"] = "ROW()-2"
    blocks = [{"cells": f"处罚事项!{letter}3:{letter}3002", "key": col.key, "item": "C", "value": "as stored"} for letter, col in zip("ABCDEFG", cols)]
    path = expect("one-table-large.xlsx", FORM, ["title-row", "merged-across", "inline-strings", "cached-formulas", "long-codes", "3000-rows"], entries=fixed, blocks=blocks, rows=3000)
    few = {ref: formula for ref, formula in formulas.items() if int(ref[1:]) % 10 == 0}
    books.to_xlsx(path, [g], edit=books.cached_formulas(few), inline=True)


def staged(power):
    text, parts = words.stages(power, "{circle}{word}阶段：{text}。", kinds=4)
    return Val(text, parts=parts)


def civil():
    agency, rows = powers("民政")
    g = Grid("权责清单")
    g.hidden_rows = {18}
    g.put(1, 1, "双榆县民政局权责清单", "list.title", span=(1, 11))
    kinds = ["法律", "行政法规", "地方性法规", "部门规章"]
    cols = [
        Col("序号", "number", lambda p, i: p["no"]),
        Col("职权类别", "type", lambda p, i: p["type"], merge=True),
        Col("职权名称", "name", lambda p, i: p["name"]),
        *[Col(("实施依据", kind), "basis", (lambda kind: lambda p, i: words.basis(p) if words.law_kind(p) == kind else (Val("/", "", key="blank") if (i + kinds.index(kind)) % 5 == 0 else None))(kind)) for kind in kinds],
        Col("责任主体", "body", lambda p, i: agency, merge=True),
        Col(("责任事项", "内容"), "stages", lambda p, i: staged(p)),
        Col(("责任事项", "依据"), "duties_basis", lambda p, i: words.account_basis(p)),
        Col("追责对象范围", "answerable", lambda p, i: "直接负责的主管人员和其他直接责任人员" if i % 2 == 0 else "具体承办人员"),
    ]
    for no, p in enumerate(rows, 1):
        p["no"] = no
    row = g.table(2, cols, rows[:9])
    g.put(row, 1, "续表", "filler", span=(1, 11))
    row = g.table(row + 1, cols, rows[9:], head_key="repeated-head")
    g.put(row, 1, "说明：本清单共18项，未列入的按上级规定执行。", "list.notes", span=(1, 11))
    path = expect("one-table-civil.ods", FORM, ["title-row", "head-two-rows", "merged-down", "merged-across", "basis-by-kind-of-law", "continued-table", "repeated-head", "hidden-row", "line-breaks", "ods",
                  "note-rows", "stages-numbered"], [g])
    books.by_office(path, [g])


def make():
    for one in (agriculture, water, market, large, civil):
        one()
