//! Regimes under a topic in; who is inspected, for what and how often, list by list and as a picture, out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Basis, Frequency, FrequencyKind, Lang, ProvisionItem, ProvisionKind, RecordRef, Regime, Text};

use super::super::atoms::{LinkView, hint};
use super::super::citations::{prose, prose_of};
use super::super::names::region_name;
use super::super::page::Page;
use super::super::pictures::{FigureShape, Strip, strips};
use super::super::text::TextView;
use super::by_topic::regimes_among;
use super::picture::PictureView;

/// What one regime lets inspectors check.
#[derive(Serialize)]
pub struct InspectionView<'a> {
    region: TextView<'a>,
    /// Slug of the region.
    place: &'a str,
    regime: LinkView<'a>,
    subjects: Option<TextView<'a>>,
    /// The heading over the first thing that is checked, where it stands under one.
    under: Option<TextView<'a>>,
    content: Option<TextView<'a>>,
    figures: Vec<FigureView<'a>>,
}

/// How often something is inspected.
#[derive(Serialize)]
struct FigureView<'a> {
    subject: TextView<'a>,
    kind: &'a str,
    figure: String,
}

/// What the regimes among records of one list let inspectors check.
pub fn inspections<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<InspectionView<'a>> {
    let view = |(link, regime): (LinkView<'a>, &'a Regime)| {
        let content = gist(page, regime, ProvisionKind::Content);
        let (under, content) = content.map_or((None, None), |(under, content)| (under, Some(content)));
        InspectionView {
            region: region_name(page, records[0].list),
            place: &page.list(records[0].list).region,
            subjects: gist(page, regime, ProvisionKind::Subjects).map(|(_, subjects)| subjects),
            under,
            content,
            figures: figures(page, regime),
            regime: link,
        }
    };
    regimes_among(page, records).into_iter().map(view).collect()
}

/// The figures of a regime, those without any left out.
fn figures<'a>(page: &Page<'a>, regime: &'a Regime) -> Vec<FigureView<'a>> {
    let view = |row: &'a Frequency| {
        let kind = page.t("frequency_kind", row.kind.as_str());
        let subject = prose(page, &row.subject, &[&regime.basis]);
        Some(FigureView { subject, kind, figure: page.strings().frequency(row)? })
    };
    regime.frequencies.iter().filter_map(view).collect()
}

/// The beginning of what a regime says in its first provision of a kind, with the heading that it stands under: who is
/// checked is no answer to what is checked.
fn gist<'a>(page: &Page<'a>, regime: &'a Regime, kind: ProvisionKind) -> Option<(Option<TextView<'a>>, TextView<'a>)> {
    let provision = regime.provisions.iter().find(|provision| provision.kind == kind)?;
    let (heading, text) = first_said(provision.text.as_ref(), &provision.items)?;
    let bases: [&'a [Basis]; 2] = [&provision.basis, &regime.basis];
    Some((heading.map(|heading| page.text(heading)), prose_of(page, text, hint(page, text), &bases)))
}

/// The first text that is no heading over items, and the heading that is nearest above it.
fn first_said<'m>(text: Option<&'m Text>, items: &'m [ProvisionItem]) -> Option<(Option<&'m Text>, &'m Text)> {
    let heads = |text: &&Text| text.best(Lang::ZH).1.trim_end().ends_with(['：', ':']);
    let (mut heading, mut said) = match text {
        Some(text) if items.is_empty() || !heads(&text) => return Some((None, text)),
        text => (None, text),
    };
    let mut items = items;
    while let Some(item) = items.first() {
        heading = said.filter(|text| !heads(text));
        said = Some(&item.text);
        items = &item.items;
    }
    said.map(|said| (heading, said))
}

/// Up to how many things that are inspected have rows of their own in the picture.
const SUBJECTS: usize = 20;

/// A rate in hundredths of a time a year, which can be sorted.
type Rate = u64;

/// What one list promises of one kind of inspection.
type Shown = BTreeSet<(Rate, FigureShape)>;

/// How often each kind of inspection is promised, list by list: nothing where fewer than two lists say so. The data
/// are in the table of the page.
pub fn rates<'a>(page: &Page<'a>, lists: &[&[RecordRef]]) -> Option<PictureView<'a>> {
    // A row for each thing that is inspected, as long as these are few; else one for each list.
    let mut found: BTreeMap<(FrequencyKind, usize, &str), Shown> = BTreeMap::new();
    let mut shares = 0;
    for (index, records) in lists.iter().enumerate() {
        for row in regimes_among(page, records).into_iter().flat_map(|(_, regime)| &regime.frequencies) {
            let marks = marks(row);
            shares += usize::from(marks.is_empty());
            if !marks.is_empty() {
                found.entry((row.kind, index, page.bare(&row.subject))).or_default().extend(marks);
            }
        }
    }
    let mut with: Vec<usize> = found.keys().map(|(_, list, _)| *list).collect();
    with.sort_unstable();
    with.dedup();
    if with.len() < 2 {
        return None;
    }
    let together = found.len() > SUBJECTS;
    if together {
        for ((kind, list, _), figures) in std::mem::take(&mut found) {
            found.entry((kind, list, "")).or_default().extend(figures);
        }
    }
    let mut scale: Vec<Rate> = found.values().flatten().map(|(rate, _)| *rate).collect();
    scale.sort_unstable();
    scale.dedup();
    let names: Vec<TextView<'a>> = lists.iter().map(|records| region_name(page, records[0].list)).collect();
    let name = |(_, list, subject): &(FrequencyKind, usize, &str)| format!("{} {subject}", names[*list].text);
    let called: BTreeMap<_, String> = found.keys().map(|key| (*key, name(key).trim_end().to_owned())).collect();
    let mut rows = Vec::new();
    for kind in FrequencyKind::ALL {
        let mut of_kind = found.iter().filter(|((have, ..), _)| have == kind).peekable();
        if of_kind.peek().is_some() {
            rows.push(Strip { name: page.t("frequency_kind", kind.as_str()), figures: Vec::new() });
        }
        for (key, figures) in of_kind {
            let place = |rate: &Rate| scale.binary_search(rate).unwrap_or_default();
            let figures = figures.iter().map(|(rate, shape)| (place(rate), *shape));
            rows.push(Strip { name: &called[key], figures: figures.collect() });
        }
    }
    let scale: Vec<String> = scale.iter().map(|rate| page.strings().number(*rate as f64 / 100.0)).collect();
    let words = (page.t("picture", "rates"), page.t("picture", "rates_desc"));
    let unit = page.t("picture", "times_a_year");
    let svg = strips("rates", words, (unit, &scale), &rows, |shape| page.t("picture", shape.key()).to_owned());
    let n = page.strings().integer(shares as u64);
    let shares = (shares > 0).then(|| page.strings().fill("picture", "shares", &[("n", &n)]));
    let together = together.then(|| page.t("picture", "together").to_owned());
    let notes: Vec<String> = together.into_iter().chain(shares).collect();
    let note = (!notes.is_empty()).then(|| notes.join(page.t("text", "separator")));
    Some(PictureView::new(page, "rates", svg, note))
}

/// Where a figure stands on the scale of times a year, and what it is; nothing for a share of the subjects alone.
fn marks(row: &Frequency) -> Vec<(Rate, FigureShape)> {
    let Some(once) = row.rate() else { return Vec::new() };
    let at = |times: u32| (f64::from(times) * once * 100.0).round() as Rate;
    match (row.minimum, row.maximum) {
        (None, None) => vec![(at(1), FigureShape::Period)],
        (Some(min), Some(max)) if min == max => vec![(at(min), FigureShape::Exactly)],
        (min, max) => {
            let least = min.map(|min| (at(min), FigureShape::AtLeast));
            least.into_iter().chain(max.map(|max| (at(max), FigureShape::AtMost))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FigureShape, first_said, marks};
    use crate::model::{Frequency, FrequencyKind, Id, Lang, Period, ProvisionItem, Text};

    fn item(text: &str, items: Vec<ProvisionItem>) -> ProvisionItem {
        ProvisionItem { number: None, text: Text::zh(text), items }
    }

    #[test]
    fn a_heading_over_items_is_not_what_is_checked() {
        let found = |text: Option<&Text>, items: &[ProvisionItem]| {
            let (heading, said) = first_said(text, items).expect("a text");
            [heading, Some(said)].map(|text| text.map(|text| text.best(Lang::ZH).1.to_owned()))
        };
        let some = |text: &str| Some(text.to_owned());
        let units = [
            item("生产单位", vec![item("许可资格", Vec::new()), item("人员", Vec::new())]),
            item("使用单位", Vec::new()),
        ];
        assert_eq!(found(None, &units), [some("生产单位"), some("许可资格")]);
        assert_eq!(found(None, &units[1..]), [None, some("使用单位")]);
        // A sentence with items behind it says what is checked; one that only leads to them does not.
        let whole = Text::zh("企业是否按标准生产");
        assert_eq!(found(Some(&whole), &units), [None, some("企业是否按标准生产")]);
        let lead = Text::zh("主要内容：");
        assert_eq!(found(Some(&lead), &units[1..]), [None, some("使用单位")]);
        assert_eq!(first_said(None, &[]).map(|(_, said)| said.best(Lang::ZH).1.len()), None);
    }

    #[test]
    fn a_figure_stands_at_its_times_a_year() {
        let row = |minimum, maximum, every, per| Frequency {
            subject: Text::zh("电梯"),
            kind: FrequencyKind::Routine,
            minimum,
            maximum,
            every,
            per,
            coverage_percent: None,
            provision: Id::default(),
            note: None,
        };
        assert_eq!(marks(&row(Some(1), None, None, Some(Period::Quarter))), [(400, FigureShape::AtLeast)]);
        assert_eq!(marks(&row(Some(1), Some(1), Some(2), Some(Period::Year))), [(50, FigureShape::Exactly)]);
        let both = marks(&row(Some(1), Some(2), None, Some(Period::Year)));
        assert_eq!(both, [(100, FigureShape::AtLeast), (200, FigureShape::AtMost)]);
        assert_eq!(marks(&row(None, None, None, Some(Period::Month))), [(1200, FigureShape::Period)]);
        assert!(marks(&row(Some(3), None, None, None)).is_empty());
    }
}
