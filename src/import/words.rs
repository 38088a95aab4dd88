//! A heading that is not known in; what it means by the words that it is made of out, where they leave one reading.

use crate::load::words;

use super::kind::Kind;

/// A lower heading that says what is meant together with those above it.
pub fn of_path(kind: Kind, last: &str, uppers: &[&str]) -> Option<&'static str> {
    let above = |words: &[&str]| uppers.iter().any(|upper| words.iter().any(|word| upper.contains(word)));
    let last = last.trim_end_matches('级');
    if kind == Kind::Items && last == "法定职责" && above(&["依据"]) {
        return Some("basis");
    }
    let work = ["职责", "主要职责", "职责任务", "任务", "具体职责", "职责分工", "分工", "履职内容", "工作内容"];
    match kind {
        Kind::Items => {
            if above(&["时限", "期限", "时间"]) && (last.starts_with("法定") || last.starts_with("承诺")) {
                return Some(if last.starts_with("法定") { "statutory_limit" } else { "promised_limit" });
            }
            if above(&["县", "区", "市", "上级"]) && !above(&["行使", "层级"]) {
                if matches!(last, "部门" | "单位" | "部门名称" | "责任部门") {
                    return Some("department_name");
                }
                if work.contains(&last) {
                    return Some("department_part");
                }
            }
            if above(&["乡", "镇", "街道"]) && !above(&["行使", "层级"]) && work.contains(&last) {
                return Some("township_part");
            }
            // A stage that has a column of its own.
            let stage = last.split('/').next().unwrap_or(last);
            let is_stage = words::stage(&format!("{stage}：")).is_some();
            (above(&["责任", "环节", "流程"]) && is_stage && stage != "其他").then_some("stages:other")
        }
        Kind::Duties => {
            let parts = above(&["细化", "分解", "任务", "具体"]);
            match last {
                "内容" | "名称" if above(&["职责"]) && !parts => Some("statement"),
                "事项" | "内容" | "任务" if parts => Some("work_items.text"),
                "编号" | "序号" if parts => Some("work_items.number"),
                "序号" | "编号" if above(&["职责"]) => Some("number"),
                "科室" | "股室" | "处室" => Some("work_items.offices"),
                _ => None,
            }
        }
        Kind::Boundaries => {
            let agency = ["局", "委", "办", "部", "院", "镇", "街道", "）", "中心", "队", "政府"];
            let is_agency = agency.iter().any(|end| last.ends_with(end)) && last.chars().count() > 2;
            (above(&["职责", "分工"]) && is_agency).then_some("participants.responsibility")
        }
        Kind::Services | Kind::Regimes => None,
    }
}

/// What a heading means by itself.
pub fn of_heading(kind: Kind, heading: &str) -> Option<&'static str> {
    if heading.chars().count() > 24 {
        return None;
    }
    match kind {
        Kind::Items => of_items(heading),
        _ => of_others(kind, heading),
    }
}

fn of_items(heading: &str) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| heading.ends_with(word));
    let yes_or_no = has(&["是否", "能否", "可否"]);
    if yes_or_no {
        return None;
    }
    let key = if has(&["电话", "热线", "联系方式"]) {
        match () {
            // One number for both is of neither kind alone.
            () if has(&["咨询"]) && has(&["监督", "投诉"]) => "phones",
            () if has(&["监督", "监察"]) => "supervision_phone",
            () if has(&["投诉", "举报"]) && !has(&["咨询"]) => "complaints_phone",
            () if has(&["咨询", "窗口", "服务"]) => "consultation_phone",
            () if has(&["办公"]) => "office_phone",
            () if has(&["科室", "股室", "机构"]) => "offices",
            () => "phones",
        }
    } else if has(&["追责", "问责", "责任追究", "不履职", "失职"]) {
        match () {
            () if has(&["依据"]) && !has(&["情形"]) => "accountability_basis",
            () if has(&["对象", "人员", "主体"]) => "answerable",
            () if has(&["方式", "后果"]) => "consequence",
            () => "accountability",
        }
    } else if has(&["依据"]) {
        match () {
            () if has(&["收费"]) => "fee",
            () if has(&["责任事项", "责任依据", "履责"]) => "duties_basis",
            () if has(&["变更", "调整", "划转"]) => return None,
            () => "basis",
        }
    } else if has(&["时限", "期限"]) {
        match () {
            () if has(&["法定"]) => "statutory_limit",
            () if has(&["承诺", "办理", "办结"]) => "promised_limit",
            () => return None,
        }
    } else if has(&["上级部门", "上级主管部门", "直部门", "县级部门", "区级部门", "市级部门"])
    {
        match () {
            () if has(&["职责", "履职", "内容", "任务"]) => "department_part",
            () if ends(&["部门"]) => "department_name",
            () => return None,
        }
    } else if has(&["承接", "收回"]) && has(&["方式", "如何", "办理"]) {
        "manner"
    } else if has(&["收回", "承接"]) && ends(&["部门", "单位"]) {
        "department_name"
    } else if has(&["镇", "街", "乡"]) && has(&["职责", "配合"]) {
        "township_part"
    } else if has(&["编码", "代码"]) {
        "code"
    } else if has(&["层级"]) {
        "levels"
    } else if has(&["科室", "股室", "处室", "科（股）室", "内设机构", "责任机构", "承接机构", "承办", "经办"])
    {
        "offices"
    } else if has(&["责任事项", "履责内容", "责任内容", "工作责任", "执法责任", "责任环节", "履责要求"])
    {
        "stages"
    } else if has(&["权力", "职权", "事项", "权责"]) && ends(&["类型", "类别", "种类"]) {
        "type"
    } else if has(&["子项"]) {
        "sub_item"
    } else if has(&["实施对象", "服务对象", "相对人"])
        || ends(&["征收对象", "检查对象", "处罚对象", "给付对象", "奖励对象"])
    {
        "recipients"
    } else if has(&["收费", "征收标准"]) {
        "fee"
    } else if has(&["责任主体", "实施主体", "行使主体", "实施机关"]) {
        "body"
    } else if ends(&["事项", "事项名称", "权责名称", "项目名称", "权力名称", "职权名称"]) && !has(&["责任"])
    {
        "name"
    } else if matches!(heading, "序" | "号" | "总号" | "序次" | "总") {
        "number"
    } else {
        return None;
    };
    Some(key)
}

/// The same for the tables of other kinds.
fn of_others(kind: Kind, heading: &str) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| heading.ends_with(word));
    if has(&["是否"]) {
        return None;
    }
    let number = matches!(heading, "序" | "号" | "总号" | "序次" | "总" | "编号").then_some("number");
    let offices = has(&["科室", "股室", "处室", "承办", "经办"]);
    let found = match kind {
        Kind::Services => {
            if has(&["地点", "地址", "窗口"]) {
                Some("place")
            } else if has(&["电话", "热线", "联系方式"]) {
                Some("phones")
            } else if has(&["依据"]) {
                Some("basis")
            } else if offices {
                Some("offices")
            } else if ends(&["服务名称", "服务事项", "服务项目"]) || matches!(heading, "事项" | "项目" | "名称")
            {
                Some("name")
            } else if has(&["时间"]) {
                Some("schedule")
            } else if heading == "内容" || (has(&["服务"]) && has(&["内容", "提供", "标准"])) {
                Some("description")
            } else {
                None
            }
        }
        Kind::Regimes => {
            if has(&["处理", "处罚", "违规"]) {
                Some("provisions:handling")
            } else if has(&["电话", "热线"]) {
                Some("phones")
            } else if has(&["依据"]) {
                Some("basis")
            } else {
                offices.then_some("offices")
            }
        }
        Kind::Boundaries => {
            if has(&["依据"]) {
                Some("basis")
            } else if has(&["职责", "分工"]) {
                Some("participants.responsibility")
            } else {
                None
            }
        }
        Kind::Duties => {
            if has(&["追责", "问责", "责任追究"]) {
                Some("accountability")
            } else if offices {
                Some("work_items.offices")
            } else if has(&["任务", "工作事项", "具体事项"]) {
                Some("work_items.text")
            } else if has(&["依据"]) {
                Some("basis")
            } else {
                None
            }
        }
        Kind::Items => None,
    };
    found.or(number)
}
