//! Parts of a site in; the lists whose pages are in them, and need not be made again, out.
//!
//! To be joined, parts must have been made from the same bytes in the same way, which each says of itself, and every list must be
//! in one of them.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use crate::diag::{Failure, Message};
use crate::load;
use crate::model::{ListId, Model};
use crate::plan::Target;

/// Lists whose pages were made before, and the folder that has them.
#[derive(Debug, Default)]
pub(super) struct Taken(HashMap<ListId, PathBuf>);

impl Taken {
    /// The bytes of a file of a page, where they are there already.
    pub fn file(&self, target: Target, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let folder = target.list().and_then(|list| self.0.get(&list));
        folder.map(|folder| load::part_file(folder, path)).transpose()
    }
}

/// Looks through parts that are to be joined.
///
/// # Errors
///
/// Fails where one was made from something else or in another way, where two have the same list, and where one is missing.
pub(super) fn take(parts: &[PathBuf], made_from: &str, model: &Model) -> Result<Taken, Failure> {
    let refused = |zh: String, en: String| Failure::Option { option: "PART", words: Message::new(zh, en) };
    let ids: BTreeMap<&str, ListId> = ListId::each(model).map(|(id, list)| (list.id.as_str(), id)).collect();
    let mut taken = Taken::default();
    for folder in parts {
        let note = load::part_note(folder)?;
        let name = folder.display();
        if note.made_from != made_from {
            return Err(refused(
                format!("{name} 是用别的内容、主题、网址、选项或版本生成的：用同样的重新生成"),
                format!(
                    "{name} was made from other content, or with another theme, address, option or version: make it again"
                ),
            ));
        }
        for list in note.lists {
            let Some(id) = ids.get(list.as_str()) else { continue };
            if let Some(other) = taken.0.insert(*id, folder.clone()) {
                let other = other.display();
                return Err(refused(
                    format!("清单 `{list}` 在 {other} 和 {name} 里都有：每份清单只能在一个部分里"),
                    format!("the list `{list}` is in {other} and in {name}: it may be in one part alone"),
                ));
            }
        }
    }
    let missing: Vec<&str> = ids.iter().filter(|(_, id)| !taken.0.contains_key(id)).map(|(id, _)| *id).collect();
    if let Some(first) = missing.first() {
        let count = missing.len();
        return Err(refused(
            format!("还有 {count} 份清单不在任何一个部分里，如 `{first}`：为它的地区运行 qingdan build --region"),
            format!(
                "{count} lists are in none of the parts, such as `{first}`: run `qingdan build --region` for its region"
            ),
        ));
    }
    Ok(taken)
}
