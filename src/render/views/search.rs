//! The registers and offices in; the view of the search page with its indexes from A to Z out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::i18n::{initial, sort_key};
use crate::model::{LawId, ListId, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, PhoneView};
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;

/// The search page.
#[derive(Serialize)]
pub struct SearchView<'a> {
    script: String,
    /// The script that knows the region somebody chose.
    region_script: String,
    /// The way to the index of the language.
    index: String,
    /// Topics to choose from: slug and name.
    topics: Vec<(&'a str, &'a str)>,
    /// Whether the offices of all lists stand in an index; where there are too many, they are found by their list.
    offices: bool,
    /// The way to the regions, from which the offices of a list are three steps away.
    regions: LinkView<'a>,
    indexes: Vec<IndexView<'a>>,
}

/// An index from A to Z.
#[derive(Serialize)]
struct IndexView<'a> {
    id: &'static str,
    title: &'a str,
    letters: Vec<LetterView<'a>>,
}

#[derive(Serialize)]
struct LetterView<'a> {
    letter: char,
    rows: Vec<IndexRow<'a>>,
}

#[derive(Serialize)]
struct IndexRow<'a> {
    link: LinkView<'a>,
    place: Option<TextView<'a>>,
    phones: Vec<PhoneView<'a>>,
}

/// The view of the search page: topics, offices and laws in the order of the alphabet, Chinese by its reading.
pub(in super::super) fn search<'a>(page: &Page<'a>) -> SearchView<'a> {
    let model = page.model();
    let plain = |target| IndexRow { link: LinkView::to(page, target), place: None, phones: Vec::new() };
    let topics = TopicId::all(model).map(Target::Topic).map(plain);
    let laws = LawId::all(model).map(Target::Law).map(plain);
    let offices = ListId::each(model).flat_map(|(l, list)| {
        list.offices.iter().map(move |office| IndexRow {
            link: LinkView { href: page.href(Target::Offices(l), &office.slug), text: page.text(&office.name) },
            place: Some(page.text(&list.agency)),
            phones: PhoneView::all(page, l, &office.phones),
        })
    });
    let few = model.lists.len() <= SHOWN_LISTS;
    let mut indexes = vec![index("topics", page.t("page", "topics"), topics)];
    if few {
        indexes.push(index("offices", page.t("page", "offices"), offices));
    }
    indexes.push(index("laws", page.t("page", "laws"), laws));
    SearchView {
        script: page.file(page.shared.theme.script("search.js")),
        region_script: page.file(page.shared.theme.script("region.js")),
        index: page.file(&format!("search/{}/", page.lang)),
        topics: TopicId::each(model)
            // Nothing stands under a topic that only brings others together.
            .filter(|(id, _)| !page.shared.is_heading(*id))
            .map(|(_, topic)| (topic.slug.as_str(), topic.name.best(page.lang).1))
            .collect(),
        offices: few,
        regions: LinkView::to(page, Target::Regions),
        indexes,
    }
}

fn index<'a>(id: &'static str, title: &'a str, rows: impl Iterator<Item = IndexRow<'a>>) -> IndexView<'a> {
    let mut letters: BTreeMap<char, Vec<IndexRow<'a>>> = BTreeMap::new();
    for row in rows {
        letters.entry(initial(&row.link.text.text)).or_default().push(row);
    }
    let letters = letters.into_iter().map(|(letter, mut rows)| {
        rows.sort_by_cached_key(|row| sort_key(&row.link.text.text));
        LetterView { letter, rows }
    });
    IndexView { id, title, letters: letters.collect() }
}
