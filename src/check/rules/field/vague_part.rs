//! A side of a boundary that is said to help, and not with what.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E115",
    name: "vague-part",
    what: ["分工只写了“配合”一类的话", "a part in a division of duties that says no more than “assists”"],
    why: [
        "“配合有关工作”没有说做什么；出了事分不清责任，读者也不知道能不能找它。",
        "“Assists in the work concerned” says nothing that is done: nobody can tell who answers, nor whether to ask there.",
    ],
    fix: [
        "对照原文写明具体做什么；原文就这样印的，在清单里写一条 waivers，说明理由。",
        "Say after the paper what it does; where the paper says no more, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "responsibility: 配合做好相关工作。",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// Verbs that say that somebody has a part, and not which.
const VAGUE: [&str; 9] = ["指导", "参与", "配合", "协助", "协同", "协作", "支持", "会同", "协调"];

/// Words that add nothing to them, the longer before those that they begin with.
const FILLERS: [&str; 47] = [
    "职责范围内",
    "按照职责分工",
    "各自职责",
    "职责分工",
    "主管部门",
    "牵头部门",
    "有关部门",
    "相关部门",
    "各自",
    "按照",
    "依照",
    "根据",
    "职责",
    "分工",
    "范围内",
    "做好",
    "开展",
    "负责",
    "落实",
    "进行",
    "予以",
    "依法",
    "积极",
    "共同",
    "有关",
    "相关",
    "其他",
    "其它",
    "部门",
    "单位",
    "工作",
    "事项",
    "任务",
    "事宜",
    "管理",
    "监督",
    "监管",
    "本",
    "该",
    "各",
    "的",
    "等",
    "和",
    "与",
    "及",
    "内",
    "在",
];

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::Participant(participant) = node else { return };
        let Some(said) = participant.responsibility.get(Lang::ZH).filter(|said| is_vague(said)) else { return };
        let name = participant.name.best(Lang::ZH).1;
        let message = Message::new(
            format!("{name}的分工只写了“{}”，没有说做什么", said.trim_end_matches(['。', '；'])),
            format!("of {name} it is only said “{said}”, not what it does"),
        );
        let help = Message::new(
            "对照原文写明做什么；原文如此的，用 waivers 说明",
            "say after the paper what it does; where the paper says no more, say so under `waivers`",
        );
        sink.push(Diagnostic::warning(&CODE, spot.inside("responsibility"), message).help(help));
    });
}

/// Whether nothing is left of what is said but vague verbs and what goes with them.
fn is_vague(said: &str) -> bool {
    let mut rest = said.trim();
    let mut verbs = 0;
    while let Some(first) = rest.chars().next() {
        if let Some(verb) = VAGUE.iter().find(|verb| rest.starts_with(**verb)) {
            rest = &rest[verb.len()..];
            verbs += 1;
        } else if let Some(filler) = FILLERS.iter().find(|filler| rest.starts_with(**filler)) {
            rest = &rest[filler.len()..];
        } else if first.is_alphanumeric() {
            return false;
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    verbs > 0
}

#[cfg(test)]
mod tests {
    use super::is_vague;

    #[test]
    fn help_without_an_object_is_vague() {
        for said in ["配合有关工作。", "参与、配合。", "按照职责分工，协助做好相关工作。", "指导相关工作"]
        {
            assert!(is_vague(said), "{said}");
        }
        for said in ["指导安全、合理使用卫生用农药。", "配合公安机关封存现场。", "颁发营业执照。", "负责监督管理。", ""]
        {
            assert!(!is_vague(said), "{said}");
        }
    }
}
