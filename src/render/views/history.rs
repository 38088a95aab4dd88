//! A law in; what happened to it and when the lists that cite it were published, as a picture, out.

use std::collections::BTreeMap;

use crate::model::{After, Date, Law, LawEvent, LawId, ListId};
use crate::plan::Target;

use super::super::atoms::LinkView;
use super::super::names::region_name;
use super::super::page::Page;
use super::super::pictures::{Moment, timeline};
use super::super::text::TextView;
use super::picture::heading;
use super::picture::{PictureRow, PictureView};

/// Up to how many dates of lists have rows of their own; of more, each year has one.
const DATES: usize = 12;

/// The picture; nothing where the law or the lists have no dates, or all fall in one year.
pub fn history<'a>(page: &Page<'a>, id: LawId) -> Option<PictureView<'a>> {
    let law = &page.model()[id];
    let (dated, undated) = lists(page, id);
    let own = own(page, law);
    let years = || own.iter().map(|(date, ..)| date.year).chain(dated.keys().map(|date| date.year));
    if own.is_empty() || dated.is_empty() || years().min() == years().max() {
        return None;
    }
    let mut rows: Vec<(Moment, PictureRow<'a>)> = Vec::new();
    for (date, word, anchor) in &own {
        let link = LinkView { href: format!("#{anchor}"), text: TextView::plain(*word) };
        rows.push(row(page, *date, link, false));
    }
    for (date, lists) in &dated {
        let link = match lists[..] {
            [list] => LinkView { href: page.href(Target::List(list), ""), text: region_name(page, list) },
            _ => {
                LinkView { href: page.href(Target::Lists, ""), text: TextView::plain(page.count("lists", lists.len())) }
            }
        };
        rows.push(row(page, *date, link, true));
    }
    rows.sort_by_key(|(moment, _)| moment.date);
    let (moments, table): (Vec<Moment>, Vec<PictureRow<'a>>) = rows.into_iter().unzip();
    let words = (page.t("picture", "history"), page.t("picture", "history_desc"));
    let svg = timeline("history", words, &moments);
    let newest = dated.keys().next_back().copied();
    let since = newest
        .map_or(0, |newest| law.amendments.iter().filter(|event| event.after(Some(newest)) == After::Yes).count());
    let mut notes = Vec::new();
    if since > 0 {
        let changes = page.count("changes", since);
        notes.push(page.strings().fill("picture", "since", &[("changes", &changes)]));
    }
    if undated > 0 {
        notes.push(page.strings().fill("picture", "undated", &[("lists", &page.count("lists", undated))]));
    }
    let note = (!notes.is_empty()).then(|| notes.join(page.t("text", "separator")));
    let columns = ["event", "date"].map(|key| heading(page, key)).into();
    Some(PictureView::new(page, "history", svg, note).with_data(columns, table))
}

/// A row of the picture and of the table.
fn row<'a>(page: &Page<'a>, date: Date, link: LinkView<'a>, ring: bool) -> (Moment, PictureRow<'a>) {
    let text = page.strings().date(date);
    let moment = Moment { date, name: format!("{text} {}", link.text.text), ring };
    (moment, PictureRow { link, cells: vec![TextView::plain(text)] })
}

/// What happened to a law, as far as the days are known, with where the page says it.
fn own<'a>(page: &Page<'a>, law: &Law) -> Vec<(Date, &'a str, String)> {
    let fact = |date: Option<Date>, key| date.map(|date| (date, page.t("law", key), "_facts".to_owned()));
    let (adopted, effective) = (fact(law.adopted, "adopted"), fact(law.effective, "effective"));
    let event =
        |(at, event): (usize, &LawEvent)| (event.date, page.t("law_event", event.kind.as_str()), law.event_anchor(at));
    let events = law.amendments.iter().enumerate().map(event);
    adopted.into_iter().chain(effective).chain(events).collect()
}

/// The lists that cite a law by the date they print, and how many print none.
fn lists(page: &Page<'_>, law: LawId) -> (BTreeMap<Date, Vec<ListId>>, usize) {
    let graph = page.shared.graph;
    let mut citing: Vec<ListId> = graph.citations_of(law).map(|citation| citation.record.list).collect();
    citing.dedup();
    let mut dated: BTreeMap<Date, Vec<ListId>> = BTreeMap::new();
    let mut undated = 0;
    for list in citing {
        match page.list(list).date() {
            Some(date) => dated.entry(date).or_default().push(list),
            None => undated += 1,
        }
    }
    if dated.len() <= DATES {
        return (dated, undated);
    }
    let mut years: BTreeMap<Date, Vec<ListId>> = BTreeMap::new();
    for (date, lists) in dated {
        years.entry(Date { year: date.year, month: None, day: None }).or_default().extend(lists);
    }
    (years, undated)
}
