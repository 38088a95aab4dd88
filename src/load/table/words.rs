//! Words as papers print them in, words of the closed vocabularies out; phones and time limits likewise.

use crate::model::{ChangeKind, ExerciseLevel, ItemRole, Limit, Phone, PhoneKind, PowerType, StageKind, TimeUnit};

use super::lines::entries;

/// What a cell means, and whether the paper prints it in other words than ours.
pub type Found<T> = Option<(T, bool)>;

/// The type of power that a cell prints.
pub fn power_type(cell: &str) -> Found<PowerType> {
    let own = |typed: &str| {
        let is = |kind: &&PowerType| kind.as_str() == typed || kind.words().contains(&typed);
        PowerType::ALL.iter().find(is).copied()
    };
    if let Some(kind) = own(cell) {
        return Some((kind, false));
    }
    let base = cell.split(['(', '（', '-', '－', '—', '–', ':', '：', '/', '·']).next()?.trim();
    let base = base.strip_suffix('类').unwrap_or(base);
    let kind = match base {
        "行政审批" => PowerType::Licence,
        "行政强制措施" | "行政强制执行" => PowerType::Compulsion,
        "其他" | "其它" | "其他权力" | "其它权力" | "其他职权" | "其他行政职权" | "其它行政权力" => {
            PowerType::Other
        }
        _ => own(base).or_else(|| own(&format!("行政{base}")))?,
    };
    Some((kind, true))
}

/// The part of a township's list that a cell names.
pub fn role(cell: &str) -> Option<ItemRole> {
    let word = cell.strip_suffix("清单").unwrap_or(cell);
    match word {
        "basic" | "基本履职事项" | "基本履职" => Some(ItemRole::Basic),
        "cooperation" | "配合履职事项" | "配合履职" => Some(ItemRole::Cooperation),
        "taken-back" | "上级部门收回事项" | "收回事项" => Some(ItemRole::TakenBack),
        word if word.chars().count() <= 12 && word.ends_with("事项") => match () {
            () if word.contains("收回") => Some(ItemRole::TakenBack),
            () if word.contains("配合") => Some(ItemRole::Cooperation),
            () if word.contains("基本") => Some(ItemRole::Basic),
            () => None,
        },
        _ => None,
    }
}

/// What became of an item.
pub fn change(cell: &str) -> Found<ChangeKind> {
    if let Some(kind) = ChangeKind::ALL.iter().find(|kind| kind.as_str() == cell) {
        return Some((*kind, false));
    }
    let word = cell.strip_suffix("事项").unwrap_or(cell);
    let kind = match word {
        "新增" => ChangeKind::New,
        "保留" => ChangeKind::Kept,
        "调整" => ChangeKind::Adjusted,
        "取消" => ChangeKind::Cancelled,
        "划转" | "承接" => ChangeKind::TakenOver,
        _ => return None,
    };
    Some((kind, true))
}

/// The level that an entry of a cell names.
pub fn level(entry: &str) -> Found<ExerciseLevel> {
    if let Some(level) = ExerciseLevel::ALL.iter().find(|level| level.as_str() == entry) {
        return Some((*level, false));
    }
    let level = match entry {
        "国家级" | "国家" => ExerciseLevel::State,
        "省级" | "省" => ExerciseLevel::Province,
        "市级" | "市" | "地级" | "州级" | "设区的市级" => ExerciseLevel::Prefecture,
        "县级" | "县" | "区级" | "区" | "县（市、区）级" | "县(市、区)级" | "区县级" | "旗级" => {
            ExerciseLevel::County
        }
        "乡镇（街道）级" | "乡镇(街道)级" | "乡级" | "镇级" | "乡镇级" | "乡镇" | "街道" | "镇街" | "镇（街道）" => {
            ExerciseLevel::Township
        }
        _ => return None,
    };
    Some((level, !matches!(entry, "国家级" | "省级" | "市级" | "县级" | "乡镇（街道）级")))
}

/// The stage before the colon of a line, the words printed for it, and what follows; `None` where no stage is named.
pub fn stage(line: &str) -> Option<(StageKind, &str, &str)> {
    let (printed, rest) = line.split_once(['：', ':'])?;
    let printed = printed.trim();
    let word = ["阶段责任", "环节责任", "责任", "阶段", "环节"].iter().find_map(|end| printed.strip_suffix(end));
    let word = word.unwrap_or(printed);
    let kind = match word {
        "受理" => StageKind::Acceptance,
        "审查" | "审核" => StageKind::Examination,
        "决定" => StageKind::Decision,
        "送达" => StageKind::Delivery,
        "事后监管" | "事中事后监管" => StageKind::FollowUp,
        "立案" => StageKind::CaseFiling,
        "调查" | "调查取证" => StageKind::Investigation,
        "告知" => StageKind::Notification,
        "执行" => StageKind::Execution,
        "其他" => StageKind::Other,
        _ => {
            let plain = word.to_ascii_lowercase().replace(' ', "-");
            *StageKind::ALL.iter().find(|kind| kind.as_str() == plain)?
        }
    };
    Some((kind, printed, rest.trim()))
}

/// The length of time that a plain `20个工作日`, `30日` or `20 working days` says.
pub fn limit(text: &str) -> Option<Limit> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let value = text[..end].parse().ok()?;
    let unit = text[end..].trim().trim_end_matches(['内', '。']);
    let (unit, working_days) = match unit.strip_prefix('个').unwrap_or(unit) {
        "工作日" | "working day" | "working days" => (TimeUnit::Day, true),
        "日" | "天" | "自然日" | "day" | "days" => (TimeUnit::Day, false),
        "小时" | "hour" | "hours" => (TimeUnit::Hour, false),
        // `3月` without 个 is March.
        "月" if unit.starts_with('个') => (TimeUnit::Month, false),
        "month" | "months" => (TimeUnit::Month, false),
        "年" | "year" | "years" if value < 100 => (TimeUnit::Year, false),
        _ => return None,
    };
    Some(Limit { value, unit, working_days })
}

/// The entries of a cell of phones.
pub fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    entries(cell).flat_map(|entry| entry.split(['，', ','])).map(str::trim).filter(|entry| !entry.is_empty())
}

/// The phones of a cell.
pub fn phones(cell: &str, kind: Option<PhoneKind>) -> impl Iterator<Item = Phone> {
    numbers(cell).map(move |entry| {
        let split = entry.split_once("转分机").or_else(|| entry.split_once('转'));
        let split = split.map(|(number, extension)| (number.trim(), extension.trim_start_matches(['：', ':']).trim()));
        let extended = |(number, extension): &(&str, &str)| {
            !number.is_empty() && !extension.is_empty() && extension.bytes().all(|byte| byte.is_ascii_digit())
        };
        match split.filter(extended) {
            Some((number, extension)) => Phone { number: number.into(), kind, extension: Some(extension.into()) },
            None => Phone { number: entry.into(), kind, extension: None },
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{change, level, limit, phones, power_type, role, stage};
    use crate::model::{ChangeKind, ExerciseLevel, ItemRole, PowerType, StageKind, TimeUnit};

    #[test]
    fn types_as_printed_are_the_types_of_the_vocabulary() {
        let cases = [
            ("licence", PowerType::Licence, false),
            ("行政许可", PowerType::Licence, false),
            ("行政许可(国办)", PowerType::Licence, true),
            ("行政审批", PowerType::Licence, true),
            ("处罚类", PowerType::Penalty, true),
            ("其他行政权力-备案", PowerType::Other, true),
            ("其他权力", PowerType::Other, true),
        ];
        for (cell, kind, printed) in cases {
            assert_eq!(power_type(cell), Some((kind, printed)), "{cell}");
        }
        for cell in ["行政征用", "（国办）", "licenses", "1"] {
            assert_eq!(power_type(cell), None, "{cell}");
        }
        assert!(PowerType::ALL.iter().all(|kind| power_type(kind.words()[0]) == Some((*kind, false))));
    }

    #[test]
    fn other_words_likewise() {
        assert_eq!(role("基本履职事项清单"), Some(ItemRole::Basic));
        assert!(ItemRole::ALL.iter().all(|one| role(one.as_str()) == Some(*one)));
        assert_eq!(change("新增事项"), Some((ChangeKind::New, true)));
        assert!(ChangeKind::ALL.iter().all(|kind| change(kind.as_str()) == Some((*kind, false))));
        assert_eq!(level("区级"), Some((ExerciseLevel::County, true)));
        assert_eq!(level("市级"), Some((ExerciseLevel::Prefecture, false)));
        assert!(level("各级").is_none() && role("其他").is_none() && change("下放").is_none());
    }

    #[test]
    fn stages_stand_before_the_colon() {
        assert_eq!(stage("受理责任：公示材料"), Some((StageKind::Acceptance, "受理责任", "公示材料")));
        assert_eq!(stage("调查取证阶段责任: 甲"), Some((StageKind::Investigation, "调查取证阶段责任", "甲")));
        assert_eq!(stage("Case filing: a"), Some((StageKind::CaseFiling, "Case filing", "a")));
        assert_eq!(stage("应当做到：甲"), None);
        assert_eq!(stage("受理申请"), None);
    }

    #[test]
    fn plain_limits_give_a_figure() {
        let figure = |text: &str| limit(text).map(|limit| (limit.value, limit.unit, limit.working_days));
        assert_eq!(figure("20个工作日"), Some((20, TimeUnit::Day, true)));
        assert_eq!(figure("20 working days"), Some((20, TimeUnit::Day, true)));
        assert_eq!(figure("30日内"), Some((30, TimeUnit::Day, false)));
        assert_eq!(figure("3个月"), Some((3, TimeUnit::Month, false)));
        for text in ["自受理之日起20日", "3月", "2015年", "当场办结", "20", "", "20日，可延长10日", "99999999999日"]
        {
            assert_eq!(figure(text), None, "{text}");
        }
    }

    #[test]
    fn phones_may_have_an_extension() {
        let found: Vec<_> = phones("0999-7101234转801、12345；0999-1，0999-2", None).collect();
        let flat: Vec<(&str, Option<&str>)> =
            found.iter().map(|phone| (&*phone.number, phone.extension.as_deref())).collect();
        assert_eq!(flat, [("0999-7101234", Some("801")), ("12345", None), ("0999-1", None), ("0999-2", None)]);
    }
}
