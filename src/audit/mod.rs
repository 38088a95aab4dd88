//! What pages declared in, faults out: dead links and anchors, ids given twice, pages nobody links to, addresses
//! taken twice.

mod codes;
mod inspect;
mod ledger;
mod lost;
mod moved;
mod resolve;
mod scan;
mod statics;
mod written;

use std::collections::HashSet;

use crate::diag::{At, Code, Diagnostic, FileId, Message, Place, Sink, Trail};
use crate::model::{Lang, ListId, Model, Owner, Position};
use crate::plan::{Plan, Target};

pub use codes::CODES;
use ledger::PageFault;
pub use ledger::{Addresses, Declared, Ledger};
use resolve::decoded;

/// Gathers the addresses of a plan, of the files beside its pages and of those that the author adds; two of the same are a
/// fault.
pub fn addresses<'s>(
    plan: &Plan<'_>,
    extra: impl IntoIterator<Item = String>,
    added: impl IntoIterator<Item = (FileId, &'s str)>,
    sink: &mut Sink,
) -> Addresses {
    let mut taken: HashSet<String> = HashSet::new();
    let mut pages = Vec::with_capacity(plan.targets.len() * plan.model.languages().len());
    let mut files = HashSet::new();
    for target in &plan.targets {
        for (index, lang) in plan.model.languages().iter().enumerate() {
            let file = plan.file(*target, *lang);
            // On disks that do not tell case apart, two names that differ in case alone are one.
            if !taken.insert(file.to_lowercase()) {
                let message = Message::new(format!("网址 {file} 已有别的页面"), format!("the address {file} is taken"));
                let help = Message::new("改其中一个的名称或 id", "rename one of the two, or give it another id");
                let place = origin(plan, *target, *lang);
                sink.push(Diagnostic::error(&codes::ADDRESS_TAKEN, place, message).help(help));
            }
            pages.push((file, index as u8));
        }
        if plan.has_data(*target) {
            files.insert(plan.data_file(*target));
        }
    }
    files.extend(extra);
    let pages_and_files = pages.iter().map(|(file, _)| &**file).chain(files.iter().map(|file| &**file));
    let fit = statics::fitting(plan, pages_and_files, added, sink);
    files.extend(fit);
    if !plan.model.site.redirects.is_empty() {
        let made: HashSet<&str> = pages.iter().map(|(file, _)| &**file).collect();
        let all: HashSet<&str> = made.iter().copied().chain(files.iter().map(String::as_str)).collect();
        moved::check(plan, &made, &all, sink);
    }
    lost::check(plan, sink);
    Addresses::new(pages, files, plan.base.path())
}

/// Turns what the pages of a part of a site declared into diagnostics, in the order of the pages. Who links to them, and which
/// anchors other pages have, is known when the parts are joined.
pub fn audit_part(plan: &Plan<'_>, ledger: Ledger, sink: &mut Sink) {
    let (mut faults, _) = ledger.into_faults();
    faults.retain(|(_, fault)| !matches!(fault, PageFault::DeadAnchor(_)));
    tell(plan, faults, sink);
}

/// Links of a page whose line is looked for, at most; more that lead nowhere are told at the page.
const SEARCHED: usize = 300;

fn tell(plan: &Plan<'_>, faults: Vec<(u32, PageFault)>, sink: &mut Sink) {
    let mut links = (0, 0);
    for (number, fault) in faults {
        links = if links.0 == number { (number, links.1 + 1) } else { (number, 1) };
        let (target, lang) = page(plan, number);
        let file = plan.file(target, lang);
        let (code, message, help) = words(&fault, &file);
        let place = match &fault {
            PageFault::DeadLink(link, _) | PageFault::DeadAnchor(link) if links.1 <= SEARCHED => {
                origin_of_link(plan, target, lang, link)
            }
            PageFault::DeadLink(..) | PageFault::DeadAnchor(_) => origin(plan, target, lang),
            PageFault::DuplicateAnchor(_) | PageFault::HeadingOrder(_) => origin(plan, target, lang),
        };
        sink.push(Diagnostic::error(code, place, message).help(help));
    }
}

/// Where a link of a page was written: on a free page, its line; else what the page is made from.
fn origin_of_link(plan: &Plan<'_>, target: Target, lang: Lang, link: &str) -> Place {
    let place = origin(plan, target, lang);
    let page = plan.model.pages.iter().find(|page| page.file == place.file);
    match (target, page.and_then(|page| written::written(&page.raw, link))) {
        (Target::Free(_), Some(bytes)) => Place { at: At::Bytes(bytes), ..place },
        _ => place,
    }
}

/// Turns what the pages declared into diagnostics, in the order of the pages.
pub fn audit(plan: &Plan<'_>, ledger: Ledger, sink: &mut Sink) {
    moved::check_anchors(plan, &ledger, sink);
    let (faults, linked) = ledger.into_faults();
    tell(plan, faults, sink);
    for number in 0..(plan.targets.len() * plan.model.languages().len()) as u32 {
        let (target, lang) = page(plan, number);
        if !linked.contains(&number) && target.kind().linked {
            let file = plan.file(target, lang);
            let message = Message::new(format!("没有页面链接到 {file}"), format!("no page leads to {file}"));
            let help = Message::new("在别的页面里加一个链接", "link it from another page");
            sink.push(Diagnostic::error(&codes::ORPHAN_PAGE, origin(plan, target, lang), message).help(help));
        }
    }
}

fn page(plan: &Plan<'_>, number: u32) -> (Target, Lang) {
    let languages = plan.model.languages();
    let number = number as usize;
    (plan.targets[number / languages.len()], languages[number % languages.len()])
}

fn words(fault: &PageFault, file: &str) -> (&'static Code, Message, Message) {
    match fault {
        PageFault::DeadLink(link, pages) => {
            let link = decoded(link);
            let (zh, en) = match pages - 1 {
                0 => (String::new(), String::new()),
                1 => ("，另有 1 页同样".into(), ", and on one more page".into()),
                more => (format!("，另有 {more} 页同样"), format!(", and on {more} more pages")),
            };
            (
                &codes::DEAD_LINK,
                Message::new(
                    format!("{file} 上的链接 `{link}` 没有对应的页面{zh}"),
                    format!("the link `{link}` on {file}{en} leads nowhere"),
                ),
                Message::new(
                    "改正链接；本站页面写成 /laws/ 这样的形式",
                    "correct the link; a page of the site is written like /laws/",
                ),
            )
        }
        PageFault::DeadAnchor(link) => {
            let link = decoded(link);
            (
                &codes::DEAD_ANCHOR,
                Message::new(
                    format!("{file} 上的链接 `{link}` 指向不存在的位置"),
                    format!("the link `{link}` on {file} leads to a place that is not there"),
                ),
                Message::new(
                    "改正 # 之后的部分；页面里的标题就是位置：“## 使用说明”是 #使用说明",
                    "correct what stands after the #; headings of a page are places: `## How to use it` is #how-to-use-it",
                ),
            )
        }
        PageFault::DuplicateAnchor(id) => (
            &codes::DUPLICATE_ANCHOR,
            Message::new(format!("{file} 上有两个位置标记 `{id}`"), format!("the id `{id}` stands twice on {file}")),
            Message::new("在内容里换一个 id", "change one of the ids in the content"),
        ),
        PageFault::HeadingOrder(levels) => {
            let levels: Vec<String> = levels.iter().map(u8::to_string).collect();
            let levels = levels.join(" ");
            (
                &codes::HEADING_ORDER,
                Message::new(
                    format!("{file} 的标题层级不对：{levels}"),
                    format!("the headings of {file} are out of order: {levels}"),
                ),
                Message::new("标题逐级使用，不跳级", "use headings level by level"),
            )
        }
    }
}

/// What in the content a page is made from; for a free page, the file in the page's language where there is one.
fn origin(plan: &Plan<'_>, target: Target, lang: Lang) -> Place {
    let model: &Model = plan.model;
    let origins = &model.origins;
    let record = |list: ListId, key: &str, index: usize| origins.lists[list].place(&Trail::Root.key(key).index(index));
    match target {
        Target::Regions | Target::Region(_) | Target::Below(..) => Place::file(origins.file_of(&origins.regions)),
        Target::List(l)
        | Target::Items(l, ..)
        | Target::Common(l)
        | Target::Handovers(l)
        | Target::Offices(l)
        | Target::Mechanism(l)
        | Target::Dossier(l)
        | Target::Tabular(l)
        | Target::ListChanges(l)
        | Target::Editions(l)
        | Target::Edition(l, ..)
        | Target::EditionChanges(l, ..)
        | Target::Gone(l, _) => Place::file(origins.lists[l].header),
        Target::Item(l, i) => record(l, "items", i.get()),
        Target::Duty(l, i) => record(l, "duties", i.get()),
        Target::Matter(l, i) => record(l, "boundaries", i.get()),
        Target::Service(l, i) => record(l, "services", i.get()),
        Target::Regime(l, i) => record(l, "regimes", i.get()),
        Target::Law(i) => origins.place(Owner::Law(i), &Trail::Root.index(origins.index(Owner::Law(i)))),
        Target::Topics | Target::Topic(_) | Target::Answer(..) | Target::Compare(..) | Target::TopicGaps(_) => {
            Place::file(origins.file_of(&origins.topics))
        }
        Target::Departments | Target::Department(_) => Place::file(origins.file_of(&origins.departments)),
        Target::Agency(i) => origins.place(Owner::Agency(i), &Trail::Root.index(origins.index(Owner::Agency(i)))),
        Target::Agencies => Place::file(origins.file_of(&origins.agencies)),
        Target::Free(i) => {
            let name = plan.free_pages[i as usize];
            let mut pages = model.pages.iter().filter(|page| page.name == *name);
            let first = pages.clone().next();
            Place::file(pages.find(|page| page.lang == lang).or(first).map_or(origins.site, |page| page.file))
        }
        Target::Former(_) => Place::file(origins.addresses.unwrap_or(origins.site)),
        Target::Home
        | Target::Lists
        | Target::PowerTypes
        | Target::PowerType(_)
        | Target::Code(_)
        | Target::News(_)
        | Target::Listing(..)
        | Target::Gaps
        | Target::BothSides(_)
        | Target::Laws
        | Target::MoreLaws(_)
        | Target::Changes
        | Target::Search
        | Target::Data
        | Target::Table(_)
        | Target::Quality
        | Target::Glossary
        | Target::NotFound => Place::file(origins.site),
    }
}
