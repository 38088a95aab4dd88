//! What two departments' lists, or those of a township and a department, say of the same matter and do not agree on.

use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{
    BoundaryFault, BoundaryFinding, BoundaryKind, Lang, ListId, Model, Part, Position, RecordRef, both_sides, handovers,
};

use super::Rule;

static CONTRADICTION: Code = Code {
    id: "E140",
    name: "boundary-contradiction",
    what: ["两份清单对同一事项的说法矛盾", "two lists that contradict each other on a matter"],
    why: [
        "办事的人看哪一份都可能找错部门；出了事，两个部门各有各的说法。",
        "Whoever follows either list may go to the wrong office, and when something happens each office has its own version.",
    ],
    fix: [
        "两份清单对照原文；录错的改正；原文就是如此的，不必改，网页会并列写明，可提请编制部门协调。",
        "Hold both lists against their papers and correct what was entered wrongly; where the papers say so, leave it: the pages show both, and the staffing office can settle it.",
    ],
    example: "participants:\n  - {department: transport, name: 县交通运输局, responsibility: 牵头负责校车安全, lead: true}",
};

/// Both claim the same.
pub(super) static OVERLAP: Code = Code {
    id: "E141",
    name: "boundary-overlap",
    what: ["两份清单都称由自己负责", "two lists that both claim a matter"],
    why: [
        "两个部门都管，就可能重复检查、重复处罚，也可能互相等待。",
        "Where two offices have the same duty, the same shop is inspected twice, or each waits for the other.",
    ],
    fix: [
        "对照两份原文；原文写明各管一段的，把那一段写进职责；确实重叠的，不必改，网页会并列写明。",
        "Look at both papers; where they give each office a part, let the responsibility say which; where they really overlap, leave it: the pages show both.",
    ],
    example: "participants:\n  - {department: market-regulation, name: 县市场监管局, responsibility: 负责餐饮油烟的监督管理}",
};

/// Nobody takes it.
pub(super) static ORPHAN: Code = Code {
    id: "E142",
    name: "boundary-orphan",
    what: ["写给另一部门的职责，那个部门的清单没有", "a duty given to a department whose list does not have it"],
    why: [
        "一方说归对方，对方的清单却没有，这件事就没有人管。",
        "Where one office says that it is another's and the other's list has nothing of it, nobody does it.",
    ],
    fix: [
        "对照两份原文；只是名称不同的，在 same_as 里写明是哪一项；确实没有的，不必改，网页会写明。",
        "Look at both papers; where only the name differs, say under `same_as` which matter it is; where it is really not there, leave it: the pages say so.",
    ],
    example: "same_as: [jiaotong/boundaries/school-buses]",
};

/// Reports the faults of all three codes.
pub(super) const RULE: Rule = Rule { code: &CONTRADICTION, run };

fn run(model: &Model, sink: &mut Sink) {
    for finding in both_sides(model, &handovers(model)).findings {
        let code = match finding.fault.kind() {
            BoundaryKind::Contradiction => &CONTRADICTION,
            BoundaryKind::Overlap => &OVERLAP,
            BoundaryKind::Orphan => &ORPHAN,
        };
        let help = if finding.fault == BoundaryFault::NotTheirs {
            Message::new(
                "只是名称不同的，写上 same_as: [清单/boundaries/事项 id]；确实没有的，不必改",
                "where only the name differs, write `same_as: [list/boundaries/id]`; where it really has none, leave it",
            )
        } else {
            Message::new(
                "对照两份原文；原文就是如此的，不必改",
                "hold both lists against their papers; where they say so, leave it",
            )
        };
        sink.push(Diagnostic::warning(code, place(model, &finding), message(model, &finding)).help(help));
    }
}

/// Where the first list says it: beside the department, else at the name of the record.
fn place(model: &Model, finding: &BoundaryFinding) -> Place {
    let root = Trail::Root;
    let (collection, outer, inner, at) = match (finding.our_part.map(|part| part.part), finding.ours.part) {
        (Some(Part::Participant(matter, at)), _) => ("boundaries", matter.get(), "participants", Some(at.get())),
        (Some(Part::Counterpart(item, at)), _) => ("items", item.get(), "counterparts", Some(at.get())),
        (_, Part::Item(item)) => ("items", item.get(), "counterparts", None),
        (_, Part::Matter(matter)) => ("boundaries", matter.get(), "participants", None),
        _ => return Place::file(model.origins.lists[finding.ours.list].header),
    };
    let collection = root.key(collection);
    let record = collection.index(outer);
    let inner = record.key(inner);
    let whole = at.map(|at| inner.index(at));
    model.origins.lists[finding.ours.list].place(&whole.as_ref().unwrap_or(&record).key("name"))
}

/// A department as a list names it.
fn called(model: &Model, part: Option<RecordRef>) -> &str {
    let name = part.and_then(|part| match part.part {
        Part::Participant(matter, at) => Some(&model[part.list][matter][at].name),
        Part::Counterpart(item, at) => Some(&model[part.list][item][at].name),
        _ => None,
    });
    name.map_or("", |name| name.best(Lang::ZH).1)
}

fn message(model: &Model, finding: &BoundaryFinding) -> Message {
    let agency = |list: ListId| model[list].agency.best(Lang::ZH).1;
    let (a, b) = (agency(finding.ours.list), agency(finding.other));
    let (ours, theirs) = (called(model, finding.our_part), called(model, finding.their_part));
    let name = finding.ours.title(model).best(Lang::ZH).1;
    let other = &model[finding.other].id;
    let (zh, en) = match finding.fault {
        BoundaryFault::EachOther => (
            format!("{a}的清单说由{ours}牵头，{b}的清单说由{theirs}牵头"),
            format!("the list of {a} says that {ours} leads, that of {b} that {theirs} leads"),
        ),
        BoundaryFault::LeadsDiffer => (
            format!("牵头部门不同：{a}的清单写{ours}，{b}的清单写{theirs}"),
            format!("others lead: {ours} in the list of {a}, {theirs} in that of {b}"),
        ),
        BoundaryFault::Missing if finding.our_part.is_some() => (
            format!("{a}的清单列了{ours}，{b}的清单没有列"),
            format!("the list of {a} names {ours}, that of {b} does not"),
        ),
        BoundaryFault::Missing => (
            format!("{b}的清单列了{theirs}，{a}的清单没有列"),
            format!("the list of {b} names {theirs}, that of {a} does not"),
        ),
        BoundaryFault::DutiesDiffer => (
            format!("{ours}的职责，{a}的清单与{b}的清单写得不同"),
            format!("the lists of {a} and of {b} say other duties of {ours}"),
        ),
        BoundaryFault::NotTakenBack => (
            format!("{a}的清单写{ours}已收回，{b}的清单写由镇街行使"),
            format!("the list of {a} says that {ours} took it back, that of {b} that townships exercise it"),
        ),
        BoundaryFault::BothLead => {
            (format!("{a}和{b}的清单都写自己牵头"), format!("the lists of {a} and of {b} both say that they lead"))
        }
        BoundaryFault::SameDuty => (
            format!("{a}和{b}的清单都写同一职责由自己负责"),
            format!("the lists of {a} and of {b} both claim the same duty"),
        ),
        BoundaryFault::BothHave => (
            format!("{a}和{b}的清单都把它列为自己的事项"),
            format!("the lists of {a} and of {b} both have it as their own"),
        ),
        BoundaryFault::NotTheirs => (
            format!("{a}的清单写有{ours}的职责，{b}的清单没有这一事项"),
            format!("the list of {a} gives a duty to {ours}, and the list of {b} does not have the matter"),
        ),
        BoundaryFault::Nobody => {
            (format!("{a}和{b}的清单都写由对方负责"), format!("the lists of {a} and of {b} each give it to the other"))
        }
    };
    Message::new(format!("“{name}”：{zh}（清单 `{other}`）"), format!("“{name}”: {en} (list `{other}`)"))
}
