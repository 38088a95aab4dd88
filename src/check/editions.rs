//! Lists under construction with the names of their folders in; for each series the edition that stands at its address, and
//! the older ones, out.
//!
//! A series that has older editions alone is a list that is gone, from the day on which another list says that it was called
//! so, or a reorganisation that something else took its place: until then the last of them is the list.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::load::Sources;
use crate::model::{Date, Id, Reorganisation};

use super::draft::ListDraft;

/// Editions that cannot be put in order.
pub(super) static ORDER: Code = Code {
    id: "E150",
    name: "edition-order",
    what: ["清单的各版排不出先后", "editions of a list that cannot be put in order"],
    why: [
        "哪一版现行、哪一版在前，按施行日期、公布日期或填表日期排定；缺日期或日期分不出先后，就无法说明何时改了什么。",
        "Which edition is in force, and which came before, follows from the day from which it holds, else of publication, \
         else of compiling. Without such a day, or where two do not tell which came first, nobody can say what changed when.",
    ],
    fix: [
        "每一版的 list.yaml 都写 valid_from、published 或 compiled，精确到能分出先后；最新的一版放在清单自己的文件夹，旧版放在 editions/<版次>/，版次只用小写字母、数字和连字符，如 2015。",
        "Give `valid_from`, `published` or `compiled` in the `list.yaml` of each edition, precise enough to tell them apart. \
         The newest stands in the folder of the list itself, older ones in `editions/<edition>/`, where the name of the \
         edition has small letters, digits and hyphens alone, such as `2015`.",
    ],
    example: "# lists/qingshui-sjj/editions/2015/list.yaml\npublished: \"2015-06-30\"",
};

/// One edition: its name, none for the files of the list itself.
struct Candidate {
    edition: Option<String>,
    draft: ListDraft,
}

/// The editions of all series.
#[derive(Default)]
pub(super) struct Chosen {
    /// Of each series the edition in force on the day, or the newest, in the order of their files.
    pub newest: Vec<ListDraft>,
    /// The older ones, each with the place of its list and its name.
    pub older: Vec<(usize, Id, ListDraft)>,
    /// What begins after the day.
    pub later: Vec<ListDraft>,
}

/// Chooses the editions in force on a day, or the newest. What begins after the day is left out, as if it were not there, and so
/// is a list that is gone by then; `reorganised` is what happened up to that day.
pub(super) fn choose(
    drafts: Vec<ListDraft>,
    sources: &Sources,
    day: Option<Date>,
    reorganised: &[Reorganisation],
    sink: &mut Sink,
) -> Chosen {
    let mut found = Chosen::default();
    let mut series: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for draft in drafts {
        let (name, edition) = match draft.name.split_once("/editions/") {
            Some((series, edition)) => (series.to_owned(), Some(edition.to_owned())),
            None => (draft.name.clone(), None),
        };
        series.entry(name).or_default().push(Candidate { edition, draft });
    }
    let mut chosen: Vec<(PathBuf, ListDraft, Vec<Candidate>)> = Vec::new();
    let mut past: HashSet<String> = HashSet::new();
    for (name, mut candidates) in series {
        let one = candidates.len() == 1;
        if candidates.iter().all(|candidate| candidate.edition.is_some()) {
            past.insert(name.clone());
        }
        if let Some(day) = day {
            let begins = |candidate: &Candidate| candidate.draft.list.begins();
            let later = |candidate: &mut Candidate| begins(candidate).is_some_and(|it| day.is_before(it) == Some(true));
            found.later.extend(candidates.extract_if(.., later).map(|candidate| candidate.draft));
        }
        if !one {
            in_order(&mut candidates, sink);
        }
        let Some(newest) = candidates.pop() else { continue };
        let path =
            sources.files.get(newest.draft.origin.header.0 as usize).map_or(PathBuf::new(), |path| of_list(path));
        chosen.push((path, ListDraft { name, ..newest.draft }, candidates));
    }
    let gone = gone(&chosen, reorganised);
    chosen.retain(|(_, draft, _)| !(past.contains(&draft.name) && gone.contains(&draft.name)));
    chosen.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    for (at, (_, draft, before)) in chosen.into_iter().enumerate() {
        found.newest.push(draft);
        let named = |candidate: Candidate| (at, Id::new(&candidate.edition.unwrap_or_default()), candidate.draft);
        found.older.extend(before.into_iter().map(named));
    }
    found
}

/// The ids of lists that others say they were, and of those that something else took the place of.
fn gone(chosen: &[(PathBuf, ListDraft, Vec<Candidate>)], reorganised: &[Reorganisation]) -> HashSet<String> {
    let renamed = chosen.iter().flat_map(|(_, draft, _)| draft.list.formerly.iter().map(|id| id.to_string()));
    let of_lists = reorganised.iter().filter(|event| event.list.is_none());
    let replaced = of_lists.flat_map(|event| event.from.iter().filter(|from| !event.to.contains(from)).cloned());
    renamed.chain(replaced).collect()
}

/// Puts editions in order, the newest last.
fn in_order(candidates: &mut [Candidate], sink: &mut Sink) {
    let file = |candidate: &Candidate| candidate.draft.origin.header;
    for candidate in candidates.iter() {
        let named = candidate.edition.as_deref();
        if let Some(id) = named.filter(|id| !Id::new(id).is_well_formed()) {
            let message =
                Message::new(format!("`{id}` 不能作版次的名称"), format!("`{id}` cannot be the name of an edition"));
            let help = Message::new(
                "只用小写英文字母、数字和连字符，如 2015",
                "use small letters a-z, digits and hyphens alone, such as 2015",
            );
            sink.push(Diagnostic::error(&ORDER, Place::file(file(candidate)), message).help(help));
        }
        if candidate.draft.list.begins().is_none() {
            let message = Message::new(
                "这一版没有日期，排不出与其他各版的先后",
                "this edition has no date by which it could be put in order with the others",
            );
            let help =
                Message::new("写 valid_from、published 或 compiled", "write `valid_from`, `published` or `compiled`");
            sink.push(Diagnostic::error(&ORDER, Place::file(file(candidate)), message).help(help));
        }
    }
    candidates.sort_by_key(|candidate| (candidate.draft.list.begins(), candidate.edition.is_none()));
    for pair in candidates.windows(2) {
        let [earlier, later] = pair else { continue };
        let (Some(a), Some(b)) = (earlier.draft.list.begins(), later.draft.list.begins()) else { continue };
        if earlier.edition.is_none() {
            let newer = later.edition.as_deref().unwrap_or_default();
            let message = Message::new(
                format!("旧版 `{newer}`（{b}）比清单自己的文件（{a}）还新"),
                format!("the edition `{newer}` ({b}) is newer than the files of the list itself ({a})"),
            );
            let help = Message::new(
                "最新的一版放在清单自己的文件夹，旧版放在 editions/ 里",
                "keep the newest in the folder of the list itself, and older ones in `editions/`",
            );
            sink.push(Diagnostic::error(&ORDER, Place::file(file(later)), message).help(help));
        } else if a.is_before(b) != Some(true) {
            let message = Message::new(
                format!("日期 {b} 与 `{}` 的 {a} 分不出先后", earlier.edition.as_deref().unwrap_or_default()),
                format!(
                    "the date {b} does not tell whether this edition is newer than `{}` ({a})",
                    earlier.edition.as_deref().unwrap_or_default()
                ),
            );
            let help = Message::new(
                "用 valid_from 写明各自施行的日期，精确到能分出先后",
                "say with `valid_from` from which day each holds, precise enough to tell them apart",
            );
            sink.push(Diagnostic::error(&ORDER, Place::file(file(later)), message).help(help));
        }
    }
}

/// The path that the header of an edition would have as the file of its list.
fn of_list(path: &Path) -> PathBuf {
    let parts: Vec<_> = path.iter().collect();
    match parts[..] {
        [lists, list, editions, _, header] if editions == "editions" => [lists, list, header].iter().collect(),
        [lists, list, editions, _] if editions == "editions" => {
            Path::new(lists).join(format!("{}.yaml", list.to_string_lossy()))
        }
        _ => path.to_owned(),
    }
}
