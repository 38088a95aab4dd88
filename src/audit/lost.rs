//! A plan in; a fault for each address that once was published and that nothing leads on from out.

use std::collections::{HashMap, HashSet};

use crate::diag::{At, Diagnostic, Message, Place, Sink};
use crate::model::PublishedAddress;
use crate::model::former::kind_of;
use crate::plan::Plan;

use super::codes::LOST_ADDRESS;

/// Reports every line of `addresses.txt` that leads nowhere, with what to write where.
pub(super) fn check(plan: &Plan<'_>, sink: &mut Sink) {
    let Some(file) = plan.model.origins.addresses else { return };
    let lost: Vec<&PublishedAddress> = plan.lost.iter().filter_map(|line| plan.model.addresses.get(*line)).collect();
    let keys: HashSet<&str> = lost.iter().map(|line| line.path.trim_end_matches('/')).collect();
    // Of a list that is lost with all that stood in it, the list is told.
    let mut below: HashMap<&str, usize> = HashMap::new();
    let mut told = Vec::new();
    for line in lost {
        let key = line.path.trim_end_matches('/');
        let above = key.match_indices('/').map(|(at, _)| &key[..at]).find(|above| keys.contains(above));
        match above {
            Some(above) => *below.entry(above).or_default() += 1,
            None => told.push(line),
        }
    }
    for line in told {
        let path = &line.path;
        let (zh, en) = match below.get(path.trim_end_matches('/')) {
            Some(1) => ("，其下另有 1 个网址同样".to_owned(), ", nor at one more below it".to_owned()),
            Some(more) => (format!("，其下另有 {more} 个网址同样"), format!(", nor at {more} more below it")),
            None => Default::default(),
        };
        let message = if line.is_well_formed() {
            Message::new(
                format!("发布过的网址 {path} 现在没有页面，也没有写明去向{zh}"),
                format!("{path} was published; nothing is there any more{en}, and nothing says what became of it"),
            )
        } else {
            Message::new(format!("`{path}` 不是本站的网址"), format!("`{path}` is no address of the site"))
        };
        let place = Place { file, at: At::Bytes(line.at.clone()) };
        sink.push(Diagnostic::error(&LOST_ADDRESS, place, message).help(help(line)));
    }
}

/// What to write so that an address leads on.
fn help(line: &PublishedAddress) -> Message {
    let key = line.path.trim_end_matches('/');
    let id = key.rsplit('/').next().unwrap_or_default();
    if !line.is_well_formed() {
        return Message::new(
            "写成 lists/old-name/ 这样，前面不带“/”和语言；合并时有冲突的，两边的行都留下，删去冲突标记",
            "write it like lists/old-name/, with no slash and no language before it; after a merge keep the lines of both sides and take the marks out",
        );
    }
    match kind_of(key) {
        Some("region") => Message::new(
            format!("在 regions.yaml 现在的地区写 formerly: {id}"),
            format!("write `formerly: {id}` at what is the region now, in regions.yaml"),
        ),
        Some("list") => Message::new(
            format!("改了编号的，在现在的清单写 formerly: {id}；合并、拆分或撤销的，写进 reorganisations.yaml"),
            format!(
                "where it got another id, write `formerly: {id}` in the head of the list; where it was merged, split or abolished, say so in reorganisations.yaml"
            ),
        ),
        Some("office") => Message::new(
            format!("改了编号的，在现在的科室写 formerly: {id}；合并、拆分或撤销的，写进 reorganisations.yaml"),
            format!(
                "where it got another id, write `formerly: {id}` at the office; where it was merged, split or abolished, say so in reorganisations.yaml"
            ),
        ),
        Some(_) => Message::new(
            format!(
                "改了编号的，在现在的记录写 formerly: {id}；清单出了新版的，把旧版放进 editions/；取消了的，写进 reorganisations.yaml"
            ),
            format!(
                "where it got another id, write `formerly: {id}` at the record; where there is a new edition, keep the old one in `editions/`; where it was abolished, say so in reorganisations.yaml"
            ),
        ),
        None => Message::new(
            format!("在 site.yaml 的 redirects 里写 {{from: /{}, to: 新路径}}", line.path),
            format!("write {{from: /{}, to: the new path}} under `redirects` in site.yaml", line.path),
        ),
    }
}
