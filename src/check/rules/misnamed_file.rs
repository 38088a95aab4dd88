//! A list or regime whose id is not the name of its file or folder.

use crate::check::draft::TakenNames;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{Id, Model};

use super::bad_id::{free_slug, is_id};
use super::is_spelled;

/// Documentation of the fault.
pub(in crate::check) static CODE: Code = Code {
    id: "E023",
    name: "misnamed-file",
    what: ["id 与文件名不一致", "an id that is not the name of its file"],
    why: [
        "文件名就是 id，找起来才不会错。",
        "The name of the file is the id, so that nobody looks in the wrong place.",
    ],
    fix: [
        "改文件名或改 id；已经公布的 id 不要改。regimes 里的文件名前可以加序号，如 01-fibre.yaml。",
        "Rename the file or correct the id; leave an id that was published. A file of regimes/ may have a number in front, 01-fibre.yaml.",
    ],
    example: "id: jize",
};

/// Compares the ids of lists and regimes with the names of their files. Gives the places of all ids of which one is
/// reported: its own, and those of others with the same.
pub(in crate::check) fn run(model: &Model, names: &TakenNames, sink: &mut Sink) -> Vec<Place> {
    let mut covered = Vec::new();
    for (index, (list, origin)) in model.lists.iter().zip(model.origins.lists.values()).enumerate() {
        let name = names.lists[index].as_str();
        if *list.id != *name {
            let others = || model.lists.iter().enumerate().filter(|(other, _)| *other != index);
            let copied = others().find(|(_, other)| other.id == list.id).map(|(other, _)| names.lists[other].as_str());
            let taken =
                |id: &str| names.lists.iter().any(|name| name == id) || others().any(|(_, list)| *list.id == *id);
            let place = origin.place(&Trail::Root.key("id"));
            let same = model.lists.iter().zip(model.origins.lists.values()).filter(|(other, _)| other.id == list.id);
            covered.extend(same.map(|(_, origin)| origin.place(&Trail::Root.key("id"))));
            sink.push(differs(place, &list.id, name, copied, &taken));
        }
        for (r, name) in names.regimes[index].iter().enumerate() {
            let regime = &list.regimes[r];
            let Some(name) = name.as_deref().map(without_number) else { continue };
            if *regime.id != *name {
                let place = origin.place(&Trail::Root.key("regimes").index(r).key("id"));
                let same = (0..list.regimes.len()).filter(|other| list.regimes[*other].id == regime.id);
                covered.extend(same.map(|at| origin.place(&Trail::Root.key("regimes").index(at).key("id"))));
                let others = || list.regimes.iter().enumerate().filter(|(other, _)| *other != r);
                let file = |at: usize| names.regimes[index].get(at).cloned().flatten();
                let copied = others().find(|(_, other)| other.id == regime.id).and_then(|(other, _)| file(other));
                let taken = |id: &str| others().any(|(_, other)| *other.id == *id);
                sink.push(differs(place, &regime.id, name, copied.as_deref(), &taken));
            }
        }
    }
    covered
}

fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('-') {
        Some(rest) if rest.len() + 1 < name.len() => rest,
        _ => name,
    }
}

/// `copied` is the file or folder that has the same id, `taken` says whether an id is another's.
fn differs(place: Place, id: &Id, name: &str, copied: Option<&str>, taken: &dyn Fn(&str) -> bool) -> Diagnostic {
    let message = match copied {
        Some(other) => Message::new(
            format!("`{name}` 的 id 是 `{id}`，与 `{other}` 相同：复制来的要有自己的 id"),
            format!("the id in `{name}` is `{id}`, as in `{other}`: a copy needs an id of its own"),
        ),
        None => Message::new(
            format!("id 是 `{id}`，文件名却是 `{name}`"),
            format!("the id is `{id}` but the file is called `{name}`"),
        ),
    };
    let fault = Diagnostic::error(&CODE, place, message);
    // What is proposed must itself be an id, and nobody else's.
    let renamed = is_id(id) && !taken(id) && copied.is_none();
    let is_safe = is_spelled(id, name);
    let fault = match (is_id(name), renamed) {
        (true, true) => fault
            .help(Message::new(
                format!("写 `id: {name}`，或把文件（夹）改名为 `{id}`"),
                format!("write `id: {name}`, or rename the file or folder to `{id}`"),
            ))
            .fix(name),
        (true, false) => fault.help(Message::new(format!("写 `id: {name}`"), format!("write `id: {name}`"))).fix(name),
        (false, true) => fault
            .help(Message::new(format!("把文件（夹）改名为 `{id}`"), format!("rename the file or folder to `{id}`"))),
        (false, false) => {
            let slug = free_slug(name, taken);
            fault.help(Message::new(
                format!("把文件（夹）改名为 `{slug}`，并写 `id: {slug}`：id 只用小写英文字母、数字和连字符"),
                format!(
                    "rename the file or folder to `{slug}` and write `id: {slug}`: an id has small letters a-z, digits and hyphens alone"
                ),
            ))
        }
    };
    fault.safe(is_safe)
}
