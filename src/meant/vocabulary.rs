//! A word as papers and people write it in, the word of a closed vocabulary that it stands for out.

use super::plain;

/// The word among `words` that was meant.
///
/// ```
/// use qingdan::meant::word;
///
/// assert_eq!(word("行政许可", &["licence", "penalty"]), Some("licence"));
/// assert_eq!(word("Licence", &["licence", "penalty"]), Some("licence"));
/// assert_eq!(word("许可", &["law", "standard"]), None);
/// ```
pub fn word<'w>(typed: &str, words: &[&'w str]) -> Option<&'w str> {
    let typed = plain(typed);
    let english = typed.to_ascii_lowercase().replace([' ', '_'], "-");
    let own = |meant: &str| words.iter().copied().find(|word| *word == meant);
    own(&english).or_else(|| {
        let of = |name: &str| CHINESE.iter().filter(|(zh, _)| *zh == name).find_map(|(_, word)| own(word));
        let bare = ["类", "级", "责任", "阶段", "事项"].iter().find_map(|end| typed.strip_suffix(end));
        of(&typed).or_else(|| of(bare?))
    })
}

/// What the words of the vocabularies are called in Chinese; a name may stand for words of several.
const CHINESE: &[(&str, &str)] = &[
    // Types of power.
    ("行政许可", "licence"),
    ("许可", "licence"),
    ("行政审批", "licence"),
    ("license", "licence"),
    ("行政处罚", "penalty"),
    ("处罚", "penalty"),
    ("行政强制", "compulsion"),
    ("强制", "compulsion"),
    ("行政征收", "levy"),
    ("征收", "levy"),
    ("行政给付", "payment"),
    ("给付", "payment"),
    ("行政检查", "inspection"),
    ("检查", "inspection"),
    ("行政确认", "confirmation"),
    ("确认", "confirmation"),
    ("行政奖励", "reward"),
    ("奖励", "reward"),
    ("行政裁决", "adjudication"),
    ("裁决", "adjudication"),
    ("其他行政权力", "other"),
    ("其他权力", "other"),
    ("其他", "other"),
    ("其它", "other"),
    // What became of an item, and the parts of a township's list.
    ("新增", "new"),
    ("保留", "kept"),
    ("调整", "adjusted"),
    ("取消", "cancelled"),
    ("划转", "taken-over"),
    ("承接", "taken-over"),
    ("基本履职", "basic"),
    ("基本履职事项", "basic"),
    ("配合履职", "cooperation"),
    ("配合履职事项", "cooperation"),
    ("收回", "taken-back"),
    ("上级部门收回事项", "taken-back"),
    // Levels.
    ("国家", "state"),
    ("省", "province"),
    ("市", "prefecture"),
    ("地", "prefecture"),
    ("县", "county"),
    ("区", "county"),
    ("乡", "township"),
    ("镇", "township"),
    ("乡镇", "township"),
    ("街道", "township"),
    ("开发区", "zone"),
    ("新区", "new-area"),
    ("师", "division"),
    // Phones and offices.
    ("咨询", "consultation"),
    ("咨询电话", "consultation"),
    ("监督", "supervision"),
    ("监督电话", "supervision"),
    ("投诉", "complaints"),
    ("投诉电话", "complaints"),
    ("举报", "complaints"),
    ("办公", "office"),
    ("办公电话", "office"),
    ("科室", "office"),
    ("内设机构", "office"),
    ("股室", "office"),
    ("处室", "office"),
    ("事业单位", "affiliated-institution"),
    ("下属单位", "affiliated-institution"),
    ("直属单位", "affiliated-institution"),
    ("热线", "hotline"),
    ("投诉热线", "hotline"),
    // Stages.
    ("受理", "acceptance"),
    ("审查", "examination"),
    ("审核", "examination"),
    ("决定", "decision"),
    ("送达", "delivery"),
    ("事后监管", "follow-up"),
    ("事中事后监管", "follow-up"),
    ("立案", "case-filing"),
    ("调查", "investigation"),
    ("调查取证", "investigation"),
    ("告知", "notification"),
    ("执行", "execution"),
    // Time.
    ("时", "hour"),
    ("小时", "hour"),
    ("日", "day"),
    ("天", "day"),
    ("工作日", "day"),
    ("周", "week"),
    ("月", "month"),
    ("季", "quarter"),
    ("季度", "quarter"),
    ("半年", "half-year"),
    ("年", "year"),
    ("days", "day"),
    ("months", "month"),
    ("years", "year"),
    ("hours", "hour"),
    ("以内", "within"),
    ("内", "within"),
    ("至少", "at-least"),
    ("不少于", "at-least"),
    // Laws.
    ("法律", "law"),
    ("法", "law"),
    ("行政法规", "administrative-regulation"),
    ("部门规章", "departmental-rule"),
    ("规章", "departmental-rule"),
    ("地方性法规", "local-regulation"),
    ("地方法规", "local-regulation"),
    ("地方政府规章", "local-government-rule"),
    ("政府规章", "local-government-rule"),
    ("规范性文件", "normative-document"),
    ("司法解释", "judicial-interpretation"),
    ("标准", "standard"),
    ("有效", "in-force"),
    ("现行有效", "in-force"),
    ("施行", "in-force"),
    ("已修改", "amended"),
    ("修改", "amended"),
    ("修正", "amended"),
    ("已修订", "amended"),
    ("修订", "revised"),
    ("废止", "repealed"),
    ("已废止", "repealed"),
    ("失效", "repealed"),
    ("替代", "replaced"),
    ("被替代", "replaced"),
    ("不明", "unknown"),
    ("未知", "unknown"),
    // Lists, sites.
    ("被取代", "superseded"),
    ("已更新", "superseded"),
    ("撤回", "withdrawn"),
    ("责任清单", "responsibilities"),
    ("权责清单", "powers-and-responsibilities"),
    ("权力清单", "powers-and-responsibilities"),
    ("乡镇清单", "township"),
    ("履行职责事项清单", "township"),
    ("职责边界清单", "boundaries"),
    ("公共服务清单", "services"),
    ("监管清单", "regimes"),
    ("主要职责", "main-responsibilities"),
    ("部门", "department"),
    ("政府", "government"),
    ("官方", "official"),
    ("民间", "civic"),
    ("个人", "civic"),
    ("完整", "complete"),
    ("部分", "partial"),
    ("人民币", "CNY"),
    ("元", "CNY"),
    ("RMB", "CNY"),
    // Supervision.
    ("日常", "routine"),
    ("日常检查", "routine"),
    ("专项", "special"),
    ("专项检查", "special"),
    ("自查", "self-inspection"),
    ("抽查", "spot-check"),
    ("警告", "warning"),
    ("责令改正", "order-to-correct"),
    ("罚款", "fine"),
    ("没收", "confiscation"),
    ("责令停产停业", "suspension"),
    ("停业", "suspension"),
    ("吊销", "revocation"),
    ("查封", "seizure"),
    ("扣押", "seizure"),
    ("拘留", "detention"),
    ("处分", "disciplinary"),
    ("追究刑事责任", "criminal"),
    ("监管对象", "subjects"),
    ("监管内容", "content"),
    ("监管目标", "targets"),
    ("监管方式", "methods"),
    ("监管程序", "procedure"),
    ("监管措施", "measures"),
    ("监管处理", "handling"),
    ("检查对象", "subjects"),
    ("检查内容", "content"),
];

#[cfg(test)]
mod tests {
    use super::CHINESE;

    #[test]
    fn every_word_is_one_of_a_vocabulary() {
        let schemas = [
            include_str!("../../docs/schema/list.schema.json"),
            include_str!("../../docs/schema/laws.schema.json"),
            include_str!("../../docs/schema/site.schema.json"),
            include_str!("../../docs/schema/regions.schema.json"),
        ];
        for (zh, word) in CHINESE {
            let quoted = format!("\"{word}\"");
            assert!(schemas.iter().any(|schema| schema.contains(&quoted)), "{zh}: {word}");
        }
    }
}
