//! A list or regime whose id is not the name of its file or folder.

use crate::check::assemble::TakenNames;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Id, Model};

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

/// Compares the ids of lists and regimes with the names of their files.
pub(in crate::check) fn run(model: &Model, names: &TakenNames, sink: &mut Sink) {
    for (index, (list, origin)) in model.lists.iter().zip(model.origins.lists.values()).enumerate() {
        let name = names.lists[index].as_str();
        if *list.id != *name {
            sink.push(differs(origin.place(&Trail::Root.key("id")), &list.id, name));
        }
        for (r, name) in names.regimes[index].iter().enumerate() {
            let regime = &list.regimes[r];
            let Some(name) = name.as_deref().map(without_number) else { continue };
            if *regime.id != *name {
                let place = origin.place(&Trail::Root.key("regimes").index(r).key("id"));
                sink.push(differs(place, &regime.id, name));
            }
        }
    }
}

fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('-') {
        Some(rest) if rest.len() + 1 < name.len() => rest,
        _ => name,
    }
}

fn differs(place: crate::diag::Place, id: &Id, name: &str) -> Diagnostic {
    let message = Message::new(
        format!("id 是 `{id}`，文件名却是 `{name}`"),
        format!("the id is `{id}` but the file is called `{name}`"),
    );
    let help = Message::new(format!("写 id: {name}，或给文件改名"), format!("write `id: {name}`, or rename the file"));
    Diagnostic::error(&CODE, place, message).help(help)
}
