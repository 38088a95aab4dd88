//! Answers about a list in, its files out: the header with what was answered, and one example record to replace.

use crate::model::{Collection, ListKind};
use crate::yaml::flow;

use super::answers::{ListAnswers, NewFile};
use super::example::{boundaries, duties, items, regimes, services};

/// The files of a list, from the content folder.
pub fn list_files(list: &ListAnswers) -> Vec<NewFile> {
    let mut files = vec![NewFile { path: list.path("list.yaml"), text: header(list) }];
    files.extend(match list.kind {
        ListKind::Responsibilities | ListKind::MainResponsibilities => vec![duties(list)],
        ListKind::Boundaries => vec![boundaries(list)],
        ListKind::Services => vec![services(list)],
        ListKind::Regimes => vec![regimes(list)],
        ListKind::PowersAndResponsibilities | ListKind::Township | ListKind::Other => vec![items(list)],
    });
    files
}

fn header(list: &ListAnswers) -> String {
    let english = list.english();
    let mut lines = vec![
        format!(
            "# {}",
            list.remark(
                "这份清单：谁的，哪一种，出自哪份文件。",
                "This list: whose it is, of what kind, from which document."
            )
        ),
        format!("id: {}", flow(&list.id)),
        format!("region: {}", flow(&list.place.region)),
        format!("kind: {}", list.kind.as_str()),
    ];
    lines.push(match &list.body {
        Some(body) => format!("department: {}", flow(&body.slug)),
        None => "covers: government".to_owned(),
    });
    lines.push(format!("agency: {}", list.agency.flow(english)));
    lines.push(format!("title: {}", list.title.flow(english)));
    lines.push(match list.published {
        Some(date) => format!("published: {date}"),
        None => list
            .remark(
                "# published: 年-月-日        # 发布日期，知道了再写，删去行首的 #",
                "# published: YYYY-MM-DD    # the day of publication: when you know it, fill it in and take the # away",
            )
            .to_owned(),
    });
    lines.push("sources:".to_owned());
    lines.push("  - id: paper".to_owned());
    lines.push(format!("    title: {}", list.title.flow(english)));
    lines.push(format!("    parts: [{{id: table, title: {}}}]", list.text("清单", "The list")));
    lines.push(
        list.remark(
            "# 科室写在这里，清单里的“承办机构”才认得；删去行首的 # 再改：",
            "# Offices that the list names stand here; take the # away and change them:",
        )
        .to_owned(),
    );
    lines.push("# offices:".to_owned());
    lines.push(
        list.remark(
            "#   - {slug: office-1, name: 科室名称, kind: office, phones: [\"电话\"]}",
            "#   - {slug: office-1, name: 科室名称, kind: office, phones: [\"phone\"]}",
        )
        .to_owned(),
    );
    let rest: Vec<&str> =
        list.kind.parts().iter().filter(|part| **part != entered(list.kind)).map(|part| part.as_str()).collect();
    if !rest.is_empty() {
        lines.push(
            list.remark(
                "# 原件里有、还没有录入的部分；录完一部分，就从这里去掉一个：",
                "# Parts that the document has and nobody has entered yet; take out what you have entered:",
            )
            .to_owned(),
        );
        lines.push(format!("not_entered: [{}]", rest.join(", ")));
    }
    if list.kind == ListKind::Township {
        lines.push("sections:".to_owned());
        for (id, number, zh, en, role) in [
            ("basic", "一、", "基本履职事项", "Basic items", "basic"),
            ("cooperation", "二、", "配合履职事项", "Items in cooperation", "cooperation"),
            ("taken-back", "三、", "上级部门收回事项", "Items taken back by departments", "taken-back"),
        ] {
            let title = list.text(zh, en);
            lines.push(format!("  - {{id: {id}, number: {number}, title: {title}, role: {role}}}"));
        }
    }
    lines.join("\n") + "\n"
}

/// The part of which the example record is.
fn entered(kind: ListKind) -> Collection {
    kind.parts().first().copied().unwrap_or(Collection::Items)
}
