"""Where the unseen files lie, and what their papers share: powers, phones, footnotes. The writers are those of `../../make`."""

import os
import re
import sys
import zipfile

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "make"))

import place
from paper import Val

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
place.FILES, place.EXPECTED = os.path.join(HERE, "files"), os.path.join(HERE, "expected")

TYPES = {"许": ("行政许可", "licence"), "罚": ("行政处罚", "penalty"), "强": ("行政强制", "compulsion"), "征": ("行政征收", "levy"), "给": ("行政给付", "payment"),
         "检": ("行政检查", "inspection"), "确": ("行政确认", "confirmation"), "奖": ("行政奖励", "reward"), "裁": ("行政裁决", "adjudication"), "他": ("其他行政权力", "other")}

# type | name | law | article | words of the article | office. The laws are real; what is quoted is short.
POWERS = {
    "住建": """许|建筑工程施工许可证核发|中华人民共和国建筑法|第七条第一款|建筑工程开工前，建设单位应当按照国家有关规定申请领取施工许可证。|建筑业管理科
许|商品房预售许可|中华人民共和国城市房地产管理法|第四十五条第一款第（四）项|向县级以上人民政府房产管理部门办理预售登记，取得商品房预售许可证明。|房地产市场监管科
许|燃气经营许可证核发|城镇燃气管理条例|第十五条|国家对燃气经营实行许可证制度。|城市建设科
罚|对建设单位未取得施工许可证擅自施工的处罚|中华人民共和国建筑法|第六十四条|未取得施工许可证或者开工报告未经批准擅自施工的，责令改正，可以处以罚款。|建设监察支队
罚|对将工程肢解发包的处罚|建设工程质量管理条例|第五十五条|处工程合同价款百分之零点五以上百分之一以下的罚款。|建设监察支队
罚|对物业服务企业擅自改变物业管理用房用途的处罚|物业管理条例|第六十二条|处1万元以上10万元以下的罚款。|物业管理科
强|对危及安全的燃气设施的代为处置|城镇燃气管理条例|第四十九条|燃气经营者应当立即采取措施处置。|城市建设科
检|建设工程质量监督检查|建设工程质量管理条例|第四十七条|县级以上地方人民政府建设行政主管部门应当加强监督检查。|质量安全监督站
确|房屋建筑工程竣工验收备案|建设工程质量管理条例|第四十九条|建设单位应当自竣工验收合格之日起15日内备案。|质量安全监督站
奖|对节约用水成绩显著的单位的奖励|城市节约用水管理规定|第六条|给予表彰、奖励。|城市建设科""",
    "环境": """许|排污许可证核发|中华人民共和国环境保护法|第四十五条|国家依照法律规定实行排污许可管理制度。|行政审批股
许|危险废物经营许可证核发|中华人民共和国固体废物污染环境防治法|第八十条|从事收集、贮存、利用、处置危险废物经营活动的单位，应当申请取得许可证。|固体废物管理股
罚|对超标排放水污染物的处罚|中华人民共和国水污染防治法|第八十三条|责令改正或者责令限制生产、停产整治，并处十万元以上一百万元以下的罚款。|综合行政执法大队
罚|对拒绝现场检查或者弄虚作假的处罚|中华人民共和国大气污染防治法|第九十八条|处二万元以上二十万元以下的罚款。|综合行政执法大队
罚|对建设项目未批先建的处罚|中华人民共和国环境影响评价法|第三十一条|处建设项目总投资额百分之一以上百分之五以下的罚款。|综合行政执法大队
强|查封、扣押造成污染物排放的设施、设备|中华人民共和国环境保护法|第二十五条|可以查封、扣押造成污染物排放的设施、设备。|综合行政执法大队
检|生态环境现场检查|中华人民共和国环境保护法|第二十四条|有权对排放污染物的企业事业单位进行现场检查。|环境监察股
奖|对保护和改善环境有显著成绩的单位的奖励|中华人民共和国环境保护法|第十一条|由人民政府给予奖励。|办公室""",
    "人社": """许|劳务派遣经营许可|中华人民共和国劳动合同法|第五十七条|经营劳务派遣业务，应当向劳动行政部门依法申请行政许可。|就业促进科
许|人力资源服务许可|人力资源市场暂行条例|第十八条|从事职业中介活动的，应当取得人力资源服务许可证。|就业促进科
许|民办职业培训学校设立审批|中华人民共和国民办教育促进法|第十二条|由县级以上人民政府人力资源社会保障行政部门审批。|职业能力建设科
罚|对用人单位违法延长工作时间的处罚|劳动保障监察条例|第二十五条|给予警告，责令限期改正。|劳动监察大队
罚|对骗取社会保险基金支出的处罚|中华人民共和国社会保险法|第八十七条|处骗取金额二倍以上五倍以下的罚款。|基金监督科
罚|对使用童工的处罚|禁止使用童工规定|第六条|按照每使用一名童工每月处5000元罚款的标准给予处罚。|劳动监察大队
给|失业保险金的给付|失业保险条例|第十四条|可以领取失业保险金。|失业保险中心
确|工伤认定|工伤保险条例|第十七条|用人单位应当自事故伤害发生之日起30日内提出工伤认定申请。|工伤保险科
他|集体合同审查|中华人民共和国劳动法|第三十四条|集体合同签订后应当报送劳动行政部门。|劳动关系科
裁|劳动人事争议的先行裁决|中华人民共和国劳动争议调解仲裁法|第四十四条|可以裁决先予执行。|仲裁院""",
    "资源": """许|建设用地规划许可|中华人民共和国城乡规划法|第三十七条|核发建设用地规划许可证。|用途管制股
许|采矿权登记|中华人民共和国矿产资源法|第三条第三款|经批准取得探矿权、采矿权，并办理登记。|矿产股
许|临时用地审批|中华人民共和国土地管理法|第五十七条|由县级以上人民政府自然资源主管部门批准。|用途管制股
罚|对未经批准占用土地的处罚|中华人民共和国土地管理法|第七十七条|责令退还非法占用的土地。|执法队
罚|对无证采矿的处罚|中华人民共和国矿产资源法|第三十九条|责令停止开采、赔偿损失。|执法队
罚|对损毁测量标志的处罚|中华人民共和国测绘法|第六十四条|给予警告，责令改正，可以并处二十万元以下的罚款。|测绘股
征|土地复垦费的征收|土地复垦条例|第十八条|应当缴纳土地复垦费。|修复股
征|耕地开垦费的征收|中华人民共和国土地管理法|第三十条|应当缴纳耕地开垦费。|修复股
检|土地利用情况的检查|中华人民共和国土地管理法|第六十七条|对违反土地管理法律、法规的行为进行监督检查。|执法队
检|测绘成果质量的检查|中华人民共和国测绘法|第三十九条|加强对测绘成果质量的监督管理。|测绘股""",
    "公安": """许|旅馆业特种行业许可证核发|旅馆业治安管理办法|第四条|申请开办旅馆，应取得特种行业许可证。|治安大队
许|大型群众性活动安全许可|大型群众性活动安全管理条例|第十一条|公安机关对大型群众性活动实行安全许可制度。|治安大队
许|机动车临时通行牌证核发|中华人民共和国道路交通安全法|第八条|需要临时上道路行驶的，应当取得临时通行牌证。|交通警察大队
罚|对扰乱公共秩序的处罚|中华人民共和国治安管理处罚法|第二十六条|处警告或者五百元以下罚款。|各派出所
罚|对酒后驾驶机动车的处罚|中华人民共和国道路交通安全法|第九十一条|处暂扣六个月机动车驾驶证，并处罚款。|交通警察大队
罚|对不按规定登记住宿人员的处罚|中华人民共和国反恐怖主义法|第八十六条|处十万元以上五十万元以下罚款。|治安大队
强|扣留机动车|中华人民共和国道路交通安全法|第九十五条|公安机关交通管理部门应当扣留机动车。|交通警察大队
强|约束醉酒的人至酒醒|中华人民共和国治安管理处罚法|第十五条第二款|应当对其采取保护性措施约束至酒醒。|各派出所""",
    "财政": """许|中介机构从事代理记账业务审批|中华人民共和国会计法|第三十六条|应当委托经批准设立从事会计代理记账业务的中介机构代理记账。|会计股
罚|对私设会计账簿的处罚|中华人民共和国会计法|第四十二条|责令限期改正，可以对单位并处罚款。|监督检查股
罚|对供应商提供虚假材料谋取中标的处罚|中华人民共和国政府采购法|第七十七条|处以采购金额千分之五以上千分之十以下的罚款。|采购办
罚|对隐瞒财政收入的处罚|财政违法行为处罚处分条例|第四条|责令改正，补收应当收取的财政收入。|监督检查股
检|会计信息质量检查|中华人民共和国会计法|第三十二条|财政部门对各单位的情况实施监督。|监督检查股
检|政府采购检查|中华人民共和国政府采购法|第五十九条|应当加强对政府采购活动及集中采购机构的监督检查。|采购办
他|政府采购投诉处理|中华人民共和国政府采购法|第五十六条|应当在收到投诉后三十个工作日内作出处理决定。|采购办
他|代理记账机构年度备案|代理记账管理办法|第十六条|应当于每年4月30日之前报送材料。|会计股""",
    "司法": """许|基层法律服务工作者执业核准|基层法律服务工作者管理办法|第十一条|由司法行政机关颁发执业证书。|基层工作股
罚|对律师私自接受委托的处罚|中华人民共和国律师法|第四十八条|给予警告，可以处一万元以下的罚款。|律师工作股
罚|对公证机构违规收费的处罚|中华人民共和国公证法|第四十一条|由省、自治区、直辖市人民政府司法行政部门给予警告。|公共法律服务股
给|法律援助经费的给付|中华人民共和国法律援助法|第五十二条|法律援助补贴标准由司法行政部门会同同级财政部门确定。|法律援助中心
检|对律师事务所的日常检查|中华人民共和国律师法|第五十二条|县级人民政府司法行政部门对律师和律师事务所的执业活动实施日常监督管理。|律师工作股
奖|对人民调解工作成绩显著的奖励|中华人民共和国人民调解法|第六条|对有突出贡献的给予表彰奖励。|基层工作股""",
    "医保": """罚|对定点医药机构骗取医疗保障基金支出的处罚|医疗保障基金使用监督管理条例|第四十条|处骗取金额2倍以上5倍以下的罚款。|基金监管股
罚|对个人将医疗保障凭证交由他人冒名使用的处罚|医疗保障基金使用监督管理条例|第四十一条|责令退回；暂停其医疗费用联网结算3个月至12个月。|基金监管股
检|对纳入基本医疗保障范围的医疗服务行为的检查|中华人民共和国社会保险法|第七十七条|对用人单位和个人遵守社会保险法律、法规情况进行监督检查。|基金监管股
给|生育医疗费用的给付|中华人民共和国社会保险法|第五十五条|生育医疗费用包括生育的医疗费用、计划生育的医疗费用。|待遇保障股
强|封存可能灭失的医保资料|医疗保障基金使用监督管理条例|第二十七条|可以封存与基金相关的资料。|基金监管股
奖|对举报骗保行为的奖励|医疗保障基金使用监督管理条例|第三十五条|按照国家有关规定对举报人给予奖励。|办公室""",
    "发改": """许|企业投资项目核准|企业投资项目核准和备案管理条例|第三条|对关系国家安全的项目实行核准管理。|投资股
许|固定资产投资项目节能审查|中华人民共和国节约能源法|第十五条|国家实行固定资产投资项目节能评估和审查制度。|能源股
罚|对未经核准开工建设的处罚|企业投资项目核准和备案管理条例|第十八条|责令停止建设，对企业处项目总投资额1‰以上5‰以下的罚款。|投资股
罚|对粮食收购企业未备案的处罚|粮食流通管理条例|第四十三条|责令改正，给予警告。|粮食股
检|粮食流通监督检查|粮食流通管理条例|第三十八条|对粮食经营者执行国家有关规定的情况进行监督检查。|粮食股
他|企业投资项目备案|企业投资项目核准和备案管理条例|第三条第二款|对前款规定以外的项目，实行备案管理。|投资股""",
}


def powers(key):
    """The powers of a department."""
    found = []
    for no, line in enumerate(POWERS[key].split("\n"), 1):
        letter, name, law, article, quote, office = line.split("|")
        found.append({"letter": letter, "type": TYPES[letter][0], "word": TYPES[letter][1], "name": name, "law": law, "article": article, "quote": quote, "office": office, "no": no})
    return found


def groups(key):
    """The powers of a department by type, in the order of the types."""
    found = powers(key)
    return [(letter, [p for p in found if p["letter"] == letter]) for letter in TYPES if any(p["letter"] == letter for p in found)]


def tel(at, block=81):
    return f"0000-{block}{20000 + at * 41:05d}"


def tels(*numbers, join="、", before=""):
    """Phones of one cell."""
    return Val(before + join.join(numbers), parts=list(numbers))


STEPS = {
    "许": [("受理", "acceptance", "一次性告知需要补正的全部内容，出具受理凭证"), ("审查", "examination", "对书面材料提出初审意见，必要时组织专家评审"), ("决定", "decision", "在期限内作出决定，不予许可的说明理由和救济途径"),
          ("送达", "delivery", "制发证件，信息公开"), ("事后监管", "follow-up", "按“双随机、一公开”要求开展检查")],
    "罚": [("立案", "case-filing", "对检查发现、举报或者移送的线索予以核查，决定是否立案"), ("调查取证", "investigation", "执法人员不少于两人，出示证件，收集证据"), ("告知", "notification", "告知当事人拟作出的处罚及陈述、申辩、听证的权利"),
          ("决定", "decision", "制作处罚决定书"), ("送达", "delivery", "七日内送达"), ("执行", "execution", "监督履行，逾期不履行的依法加处罚款")],
    "": [("受理", "acceptance", "公开条件和程序，接收材料"), ("审核", "examination", "核对事实和材料"), ("决定", "decision", "作出决定并告知"), ("事后监管", "follow-up", "建立档案，接受监督")],
}


def steps(power, form="{no}．{word}阶段责任：{text}。", join="\n", count=None):
    """The duties by stage as one text, with its parts."""
    lines, parts = [], []
    for no, (word, stage, text) in enumerate(STEPS.get(power["letter"], STEPS[""])[:count], 1):
        lines.append(form.format(no=no, word=word, text=text, circle=chr(0x245F + no), cn="一二三四五六七"[no - 1]))
        parts.append({"stage": stage, "word": word, "text": text + ("。" if "{text}。" in form else "")})
    return Val(join.join(lines), parts=parts)


FAULTS = ["无正当理由不受理、不办理的", "超越权限或者违反程序实施的", "对应当制止的违法行为不予制止的", "工作中玩忽职守造成损失的", "索取、收受他人财物的", "违规收取费用的", "其他违反法律法规规章规定的行为"]


def faults(at, lead="因不履行或者不正确履行职责，有下列情形之一的，承担相应责任：", form="{no}、{text}；", join="\n", count=3):
    chosen = [FAULTS[(at * 2 + step) % 7] for step in range(count)]
    lines = [form.format(no=no, text=text, circle=chr(0x245F + no)) for no, text in enumerate(chosen, 1)]
    return Val(join.join([lead, *lines] if lead else lines), parts={"lead_in": lead, "circumstances": chosen})


def cited(power, form="《{law}》{article}：{quote}"):
    return form.format(**power)


def footnotes(path, notes):
    """Turns the marks 〔脚注1〕 of a Word document into footnotes with these texts."""
    with zipfile.ZipFile(path) as old:
        parts = [(info.filename, old.read(info.filename)) for info in old.infolist()]
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f'<w:footnote w:id="{no}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>' for no, text in enumerate(notes, 1))
    separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    with zipfile.ZipFile(path, "w") as new:
        for name, data in [*parts, ("word/footnotes.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {w}>{separators}{body}</w:footnotes>'.encode())]:
            text = data.decode() if name.endswith((".xml", ".rels")) else None
            if name == "word/document.xml":
                text, count = re.subn(r"〔脚注(\d+)〕", r'</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="\1"/></w:r><w:r><w:t xml:space="preserve">', text)
                assert count == len(notes), (path, count)
            if name == "[Content_Types].xml":
                text = text.replace("</Types>", '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>')
            if name == "word/_rels/document.xml.rels":
                text = text.replace("</Relationships>", '<Relationship Id="rIdFootnotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>')
            fresh = zipfile.ZipInfo(name, (2024, 3, 1, 8, 0, 0))
            fresh.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fresh, text.encode() if text is not None else data)


def without_marks(entries):
    """The expectations without the marks of footnotes: their texts stand elsewhere in the file."""
    def bare(value):
        if isinstance(value, str):
            return re.sub(r"〔脚注\d+〕", "", value)
        if isinstance(value, list):
            return [bare(inner) for inner in value]
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items()}
        return value
    return [bare(entry) for entry in entries]


def by_hand(book_sheet, notes=(), yellow=(), filters=None, titles=None, blanks=(), choose=None, freeze=None):
    """What people do to a sheet: comments, colours, filters, rows that are printed on each page, blanks, a list to choose from."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation
    for ref, text in notes:
        book_sheet[ref].comment = Comment(text, "office")
    for ref in yellow:
        book_sheet[ref].fill = PatternFill("solid", fgColor="FFFF00")
    for ref, text in blanks:
        assert book_sheet[ref].value is None, ref
        book_sheet[ref].value = text
    if filters:
        book_sheet.auto_filter.ref = filters
    if titles:
        book_sheet.print_title_rows = titles
    if freeze:
        book_sheet.freeze_panes = freeze
    if choose:
        cells, words = choose
        rule = DataValidation(type="list", formula1='"' + ",".join(words) + '"', allow_blank=True)
        book_sheet.add_data_validation(rule)
        rule.add(cells)


def beside(*texts):
    """A fact of the file: texts that stand in comments and footnotes and have no cell of their own."""
    return {f"text_{no}": text for no, text in enumerate(texts, 1)}
