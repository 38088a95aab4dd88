"""The columns beside name and law: stages, accountability, limits, phones, codes. Each comes as it should read, with its parts."""

STAGES = {
    "许": [("受理", "acceptance", "公示{n}应当提交的材料，一次性告知补正材料"), ("审查", "examination", "审核材料，需要实地核查的，由两名以上工作人员核查"),
          ("决定", "decision", "作出准予或者不予的书面决定，说明理由"), ("送达", "delivery", "在规定时限内送达决定，公开结果"),
          ("事后监管", "follow-up", "对取得{n}的对象开展定期检查，处理违规情形")],
    "罚": [("立案", "case-filing", "发现涉嫌违法行为，及时审查，决定是否立案"), ("调查", "investigation", "指定专人负责，收集证据，听取当事人陈述"),
          ("审查", "examination", "审理案件材料，提出处理意见"), ("告知", "notification", "书面告知违法事实和享有的陈述、申辩、听证权利"),
          ("决定", "decision", "制作决定书，载明{n}的事实和依据"), ("送达", "delivery", "按法定方式在七日内送达当事人"),
          ("执行", "execution", "监督当事人履行，逾期不履行的申请人民法院强制执行")],
    "": [("受理", "acceptance", "公开{n}的条件和程序，接收材料"), ("审查", "examination", "核对材料是否真实、完整"),
         ("决定", "decision", "集体研究，作出决定"), ("事后监管", "follow-up", "建立台账，接受社会监督")],
}
CIRCUMSTANCES = [
    "对符合法定条件的申请不予受理的", "未在法定期限内作出决定的", "违反法定程序，损害当事人合法权益的", "利用职务便利索取或者收受财物的",
    "擅自增设、变更程序或者条件的", "不履行监督职责，造成严重后果的", "泄露当事人商业秘密的", "截留、挪用、私分相关款项的",
]
RECIPIENTS = ["自然人、法人和其他组织", "企业法人", "自然人", "法人或其他组织", "个体工商户", "农民专业合作社、企业"]
LIMITS = [("20个工作日", "12个工作日"), ("三个月", "30日"), ("30个工作日", "15个工作日"), ("即时办结", "即时办结"), ("45日", "20日"), ("60日", "30个工作日")]
FEES = ["不收费", "不收费", "按价格主管部门核定的标准收取", "免费"]
LEVELS = [("市级", ["prefecture"]), ("县级", ["county"]), ("市级、县级", ["prefecture", "county"]), ("省级、市级、县级", ["province", "prefecture", "county"]),
          ("县级、乡级", ["county", "township"])]
UNIT_LAWS = {"许": ("中华人民共和国行政许可法", "第七十二条"), "罚": ("中华人民共和国行政处罚法", "第七十六条"), "强": ("中华人民共和国行政强制法", "第六十一条")}


def stages(power, form="{no}.{word}责任：{text}。", join="\n", kinds=None):
    """The column as printed and its parts: the stages in their order."""
    chosen = STAGES.get(power["letter"], STAGES[""])[:kinds]
    parts, lines = [], []
    for no, (word, kind, text) in enumerate(chosen, 1):
        text = text.format(n=power["name"].removeprefix("对").removesuffix("的处罚"))
        lines.append(form.format(no=no, word=word, text=text, circle=chr(0x2460 + no - 1)))
        parts.append({"stage": kind, "word": word, "text": text + ("。" if "{text}。" in form else "")})
    return join.join(lines), parts


def accountability(at, form="{no}.{text}；", lead="有下列情形之一的，依法追究责任：", join="\n", count=3):
    """A lead-in and a numbered list, as printed, and its parts."""
    texts = [CIRCUMSTANCES[(at * 3 + step) % len(CIRCUMSTANCES)] for step in range(count)]
    lines = [form.format(no=no, text=text, circle=chr(0x2460 + no - 1)) for no, text in enumerate(texts, 1)]
    return join.join([lead, *lines] if lead else lines), {"lead_in": lead, "circumstances": texts}


def account_basis(power):
    """The law that makes staff answerable, for this type of power."""
    law, article = UNIT_LAWS.get(power["letter"], ("中华人民共和国公务员法", "第五十九条"))
    return f"《{law}》{article}"


def basis(power, quote=True):
    """The legal basis as one running text."""
    return f"《{power['law']}》{power['article']}" + (f"：{power['quote']}" if quote else "")


def labelled(power, number="国家主席令公布"):
    """The legal basis in labelled fields."""
    return f"法律法规名称：《{power['law']}》；依据文号：{number}；条款号：{power['article']}；条款内容：{power['quote']}"


def law_kind(power):
    """Under which of the four columns the law stands: law, administrative regulation, local regulation, rule."""
    law = power["law"]
    if law.startswith("中华人民共和国") and not law.endswith("条例"):
        return "法律"
    if law.startswith(("云岭省", "平川市")):
        return "地方性法规" if law.endswith("条例") else "部门规章"
    return "行政法规" if law.endswith("条例") or "暂行条例" in law else "部门规章"


def phone(at, block=71):
    """A number that cannot exist: the area code 0000."""
    return f"0000-{block}{10000 + at * 37:05d}"


def code(at, power=None, long=False):
    """A code of the catalogue: letters and figures, or twenty figures that a spreadsheet would damage."""
    if long:
        return f"9901230{at % 9 + 1}{700000 + at * 13:06d}{1000 + at:06d}"
    kind = {"许": "XK", "罚": "CF", "强": "QZ", "征": "ZS", "给": "JF", "检": "JC", "确": "QR", "奖": "JL", "裁": "CJ", "他": "QT"}
    return f"{kind[power['letter']] if power else 'QT'}-{at:03d}-00"


def wide(text):
    """Figures at full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isdigit() else c for c in str(text))
