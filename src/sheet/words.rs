//! A word of a closed vocabulary in, the Chinese word that stands for it in a workbook out, and back.

/// A vocabulary with its words as YAML has them and as a workbook shows them.
type Vocabulary = (&'static str, &'static [(&'static str, &'static str)]);

/// Every vocabulary that a list uses, by the name of its type; a test holds them against the schema.
#[rustfmt::skip]
static VOCABULARIES: &[Vocabulary] = &[
    ("ListKind", &[("responsibilities", "责任清单"), ("powers-and-responsibilities", "权责清单"), ("township", "乡镇（街道）履行职责事项清单"), ("boundaries", "职责边界清单"), ("services", "公共服务事项清单"), ("regimes", "事中事后监管制度"), ("main-responsibilities", "主体责任"), ("other", "其他")]),
    ("Coverage", &[("department", "一个部门"), ("government", "一级政府或几个单位")]),
    ("ListStatus", &[("in-force", "有效"), ("superseded", "已被替代"), ("withdrawn", "已撤回")]),
    ("ItemRole", &[("basic", "基本履职事项"), ("cooperation", "配合履职事项"), ("taken-back", "上级部门收回事项")]),
    ("PowerType", &[("licence", "行政许可"), ("penalty", "行政处罚"), ("compulsion", "行政强制"), ("levy", "行政征收"), ("payment", "行政给付"), ("inspection", "行政检查"), ("confirmation", "行政确认"), ("reward", "行政奖励"), ("adjudication", "行政裁决"), ("other", "其他行政权力")]),
    ("ExerciseLevel", &[("state", "国家级"), ("province", "省级"), ("prefecture", "市级"), ("county", "县级"), ("township", "乡镇（街道）级")]),
    ("StageKind", &[("acceptance", "受理"), ("examination", "审查"), ("decision", "决定"), ("delivery", "送达"), ("follow-up", "事后监管"), ("case-filing", "立案"), ("investigation", "调查"), ("notification", "告知"), ("execution", "执行"), ("other", "其他")]),
    ("ChangeKind", &[("new", "新增"), ("kept", "保留"), ("adjusted", "调整"), ("cancelled", "取消"), ("taken-over", "划转、承接")]),
    ("PhoneKind", &[("consultation", "咨询电话"), ("supervision", "监督电话"), ("complaints", "投诉举报电话"), ("office", "办公电话")]),
    ("OfficeKind", &[("office", "内设科室"), ("affiliated-institution", "所属事业单位"), ("hotline", "热线、投诉中心")]),
    ("Collection", &[("duties", "职责"), ("items", "事项"), ("boundaries", "职责边界"), ("services", "公共服务"), ("regimes", "监管制度"), ("mechanism", "责任追究机制")]),
    ("ProvisionKind", &[("subjects", "检查对象"), ("content", "检查内容"), ("targets", "检查指标"), ("methods", "检查方式"), ("procedure", "检查程序"), ("measures", "监管措施"), ("handling", "检查处理"), ("other", "其他")]),
    ("FrequencyKind", &[("routine", "日常检查"), ("special", "专项检查"), ("self-inspection", "自查"), ("spot-check", "抽查")]),
    ("Period", &[("day", "日"), ("week", "周"), ("month", "月"), ("quarter", "季度"), ("half-year", "半年"), ("year", "年")]),
    ("TimeUnit", &[("hour", "小时"), ("day", "日"), ("month", "月"), ("year", "年")]),
    ("Bound", &[("within", "以内"), ("at-least", "不少于")]),
    ("PenaltyKind", &[("warning", "警告"), ("order-to-correct", "责令改正"), ("fine", "罚款"), ("confiscation", "没收"), ("suspension", "停产停业、暂扣"), ("revocation", "吊销、撤销"), ("seizure", "查封、扣押"), ("detention", "行政拘留"), ("disciplinary", "处分"), ("criminal", "追究刑事责任"), ("other", "其他")]),
    ("Currency", &[("CNY", "人民币元")]),
];

/// The words of yes and no.
const ANSWERS: &[(&str, &str)] = &[("true", "是"), ("false", "否")];

/// The words of a vocabulary, or of yes and no under `bool`; none of what is no vocabulary.
pub(super) fn words(vocabulary: &str) -> &'static [(&'static str, &'static str)] {
    if vocabulary == "bool" {
        return ANSWERS;
    }
    VOCABULARIES.iter().find(|(name, _)| *name == vocabulary).map_or(&[], |(_, words)| words)
}

/// The word that a workbook shows; one that the vocabulary lacks stays as it is.
pub(super) fn shown<'w>(vocabulary: &str, word: &'w str) -> &'w str {
    words(vocabulary).iter().find(|(have, _)| *have == word).map_or(word, |(_, shown)| shown)
}

/// The word that YAML has; one that is not among those shown stays as it is, for the check to report.
pub(super) fn meant<'w>(vocabulary: &str, typed: &'w str) -> &'w str {
    let folded = |text: &str| -> String {
        let plain = text.chars().filter(|c| !c.is_whitespace());
        plain
            .map(|c| {
                if c == '(' {
                    '（'
                } else if c == ')' {
                    '）'
                } else {
                    c
                }
            })
            .collect()
    };
    let typed_folded = folded(typed);
    words(vocabulary).iter().find(|(_, shown)| folded(shown) == typed_folded).map_or(typed, |(word, _)| word)
}
