//! The page of a record in; how to cite the record in each language, and where to report an error in it, out.

use serde::Serialize;

use crate::i18n::Strings;
use crate::model::RecordRef;
use crate::plan::Target;

use super::page::Page;

/// What somebody needs who goes on with a record: to quote it, or to say that it is wrong.
#[derive(Serialize)]
pub(super) struct Evidence {
    citations: Vec<CitationView>,
    /// Whether the address is to be put behind, because the site may live anywhere.
    anywhere: bool,
    /// Where to report an error, with the page and the record filled in; none where the site names no contact.
    report: Option<String>,
    script: String,
}

/// How to cite a record in one language.
#[derive(Serialize)]
struct CitationView {
    /// The language, where it is another than the page's.
    lang: Option<String>,
    text: String,
}

/// What is known of the record that a page shows; nothing for other pages.
pub(super) fn evidence(page: &Page<'_>, target: Target) -> Option<Evidence> {
    let record = target.record()?;
    let known = page.shared.plan.base.is_known();
    let languages = page.model().languages().iter();
    let citations = languages.filter_map(|lang| {
        let strings = page.shared.theme.strings(*lang).ok()?;
        let lang = (*lang != page.lang).then(|| lang.to_string());
        Some(CitationView { lang, text: citation(page, record, strings) })
    });
    Some(Evidence {
        citations: citations.collect(),
        anywhere: !known,
        report: report(page, record),
        script: page.file(page.shared.theme.script("copy.js")),
    })
}

/// Agency, list, date, record, site and address, in the words of a language.
fn citation(page: &Page<'_>, record: RecordRef, strings: &Strings) -> String {
    let (model, list) = (page.model(), page.list(record.list));
    let lang = strings.lang;
    let plan = page.shared.plan;
    let url = match plan.base.is_known() {
        true => format!(" {}", plan.url(Target::of(record), lang)),
        false => String::new(),
    };
    let date = list.date().map(|date| strings.date(date));
    let values = [
        ("agency", list.agency.best(lang).1),
        ("list", list.title.best(lang).1),
        ("date", date.as_deref().unwrap_or_default()),
        ("kind", strings.get("record", record.part.kind())),
        ("number", record.number(model).unwrap_or_default()),
        ("record", record.title(model).best(lang).1),
        ("site", model.site.title.best(lang).1),
        ("url", &url),
    ];
    let key = match (date.is_some(), record.number(model).is_some()) {
        (true, true) => "citation",
        (true, false) => "citation_unnumbered",
        (false, true) => "citation_undated",
        (false, false) => "citation_bare",
    };
    strings.fill("evidence", key, &values)
}

/// A letter to the contact of the site, or its form, with the page and the record.
fn report(page: &Page<'_>, record: RecordRef) -> Option<String> {
    let contact = &page.model().site.contact;
    let plan = page.shared.plan;
    let url = plan.url(Target::of(record), page.lang);
    let id = record.uid(page.model());
    if let Some(email) = contact.email.as_deref() {
        let values = [("url", url.as_str()), ("record", id.as_str())];
        let [subject, body] =
            ["report_subject", "report_body"].map(|key| encoded(&page.strings().fill("evidence", key, &values)));
        return Some(format!("mailto:{email}?subject={subject}&body={body}"));
    }
    let form = contact.url.as_deref()?;
    let (address, anchor) = form.split_once('#').map_or((form, String::new()), |(at, to)| (at, format!("#{to}")));
    let sign = if address.contains('?') { '&' } else { '?' };
    Some(format!("{address}{sign}page={}&record={}{anchor}", encoded(&url), encoded(&id)))
}

/// A text as it may stand in the query of an address; lines end as RFC 6068 wants them.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(3 * text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            b'\n' => out.push_str("%0D%0A"),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn nothing_of_a_text_ends_an_address() {
        assert_eq!(encoded("a/b?c&d"), "a%2Fb%3Fc%26d");
        assert_eq!(encoded("页\nb"), "%E9%A1%B5%0D%0Ab");
    }
}
