//! An id that has not the form of one.

use std::collections::HashSet;

use crate::diag::{At, Code, Diagnostic, Message, Place, Sink};
use crate::meant;
use crate::model::{Id, Model};

use super::ids::each_declared;
use super::{Rule, is_spelled};

static CODE: Code = Code {
    id: "E010",
    name: "bad-id",
    what: ["id 的写法不对", "an id of the wrong form"],
    why: [
        "id 是网址的一部分，要在任何系统里都能用，一经公布不再改动。",
        "An id is part of an address: it must work on every system and never change once it is published.",
    ],
    fix: [
        "只用小写英文字母、数字，单词之间用一个连字符，如 special-equipment；最多 120 个字符，不用 con、nul 一类 Windows 的设备名。",
        "Use lower-case ASCII letters and digits, words joined by single hyphens, such as special-equipment; at most 120 \
         characters, and no name of a device of Windows such as con or nul.",
    ],
    example: "id: Special Equipment",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// Characters of an id, at most: every file system takes names of 143 bytes, and data files add an ending.
const LONGEST: usize = 120;

/// Names that Windows keeps for devices, whatever ending they have; those with a number have one from 1 to 9.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

fn run(model: &Model, sink: &mut Sink) {
    let mut bad = Vec::new();
    each_declared(model, &mut |declared, place| {
        if !is_id(declared.id) {
            bad.push((declared, place()));
        }
    });
    // What is free is looked up among all ids, so for those alone that are no id.
    let mut all = HashSet::new();
    if !bad.is_empty() {
        each_declared(model, &mut |declared, _| {
            all.insert((declared.scope, declared.id.as_str()));
        });
    }
    for (declared, place) in &bad {
        let [zh, en] = declared.kind;
        let taken = |id: &str| all.contains(&(declared.scope, id));
        let also = if declared.kind[1] == "list" {
            ["，文件（夹）也改成这个名字", ", and rename the file or folder to it"]
        } else {
            ["，引用它的地方一同改", ", and wherever it is named"]
        };
        look(declared.id, [&format!("{zh}的 id"), en], also, place, &taken, sink);
    }
    let renamed = ["（文件名）", " in the name of the file"];
    for page in &model.pages {
        let taken = |id: &str| model.pages.iter().any(|other| *other.name == *id);
        look(&page.name, ["页面的文件名", "name of a page"], renamed, &Place::file(page.file), &taken, sink);
    }
}

/// Whether a text can be an id.
pub(super) fn is_id(text: &str) -> bool {
    Id::new(text).is_well_formed() && text.len() <= LONGEST && !is_device(text)
}

/// An id after a text that no other record has.
pub(super) fn free_slug(text: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let slug = meant::slug(text).unwrap_or_else(|| "list".to_owned());
    let numbered = (1..).map(|n| if n == 1 { slug.clone() } else { format!("{slug}-{n}") });
    numbered.into_iter().find(|slug| is_id(slug) && !taken(slug)).unwrap_or_default()
}

fn look(
    id: &Id,
    [zh, en]: [&str; 2],
    [also_zh, also_en]: [&str; 2],
    place: &Place,
    taken: &dyn Fn(&str) -> bool,
    sink: &mut Sink,
) {
    if is_id(id) {
        return;
    }
    let length = id.len();
    // What has no letter to begin with gives no id.
    let slug = if meant::slug(id).is_none() { None } else { Some(free_slug(id, taken)) };
    let (message, help) = if !id.is_well_formed() {
        (
            Message::new(format!("{zh} `{id}` 写法不对"), format!("`{id}` is not the form of an id ({en})")),
            match &slug {
                Some(slug) => Message::new(
                    format!("写 `{slug}`{also_zh}：只用小写英文字母和数字，单词之间用一个连字符"),
                    format!(
                        "write `{slug}`{also_en}: lower-case letters a-z and digits, words joined by single hyphens"
                    ),
                ),
                None => Message::new(
                    "只用小写英文字母和数字，单词之间用一个连字符，如 special-equipment",
                    "use lower-case letters a-z and digits, words joined by single hyphens, such as special-equipment",
                ),
            },
        )
    } else if length > LONGEST {
        (
            Message::new(
                format!("{zh}有 {length} 个字符，最多 {LONGEST} 个"),
                format!("an id ({en}) has {length} characters, and may have {LONGEST}"),
            ),
            Message::new("取一个短些的 id", "choose a shorter id"),
        )
    } else {
        (
            Message::new(
                format!("{zh} `{id}` 是 Windows 的设备名，不能作文件名"),
                format!("`{id}` is the name of a device on Windows, which takes no file of that name ({en})"),
            ),
            Message::new(format!("换一个 id，如 {id}-1"), format!("choose another id, such as {id}-1")),
        )
    };
    let mut fault = Diagnostic::error(&CODE, place.clone(), message).help(help);
    // A file is renamed, and nothing that is underlined replaced.
    fault.fix = slug.filter(|_| !id.is_well_formed() && place.at != At::File && en != "list");
    // A reading of Chinese is chosen, and no other way to write the same.
    let is_safe = fault.fix.as_deref().is_some_and(|fix| is_spelled(id, fix));
    sink.push(fault.safe(is_safe));
}

fn is_device(id: &str) -> bool {
    DEVICES.contains(&id)
        || NUMBERED_DEVICES
            .iter()
            .any(|device| id.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9'])))
}
