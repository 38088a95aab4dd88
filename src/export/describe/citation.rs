//! The site in, `CITATION.cff` (Citation File Format 1.2.0) and `citation.bib` (BibTeX) out: how the data are cited. A version and
//! a day stand in them where a release is declared, and nowhere else: nothing else knows of any.

use crate::dataset::{Context, first};
use crate::model::{Contact, Model, Release, Site};
use crate::plan::Base;

/// The licences among those that the format knows by their SPDX identifier, which data are published under; of any other its
/// address is said alone.
const KNOWN: [&str; 16] = [
    "Apache-2.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC-PDDC",
    "CC0-1.0",
    "MIT",
    "MulanPSL-1.0",
    "MulanPSL-2.0",
    "ODbL-1.0",
    "ODC-By-1.0",
    "PDDL-1.0",
    "Unlicense",
];

/// A text as YAML writes it between double quotes, which are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// `CITATION.cff`.
pub fn citation_file(context: Context<'_>, base: &Base) -> Vec<u8> {
    let model = context.graph.model;
    let Site { title, description, licence, publisher, contact, .. } = &model.site;
    let mut text = String::from("cff-version: 1.2.0\ntype: dataset\n");
    let mut line = |indent: &str, key: &str, value: &str| text += &format!("{indent}{key}: {}\n", quoted(value));
    line("", "message", "引用这些数据时，请注明以下出处。 If you use these data, please cite them as below.");
    line("", "title", first(title, model));
    line("", "abstract", first(description, model));
    text += "authors:\n";
    let mut line = |indent: &str, key: &str, value: &str| text += &format!("{indent}{key}: {}\n", quoted(value));
    let name = first(&publisher.name, model);
    line("  - ", "name", name);
    let others: Vec<&str> = publisher.name.forms().map(|(_, form)| form).filter(|form| *form != name).collect();
    if let Some(other) = others.first() {
        line("    ", "alias", other);
    }
    if let Some(url) = publisher.url.as_deref().filter(|url| is_web(url)) {
        line("    ", "website", url);
    }
    let Contact { email, .. } = contact;
    if let Some(email) = email.as_deref().filter(|email| email.contains('@')) {
        line("    ", "email", email);
    }
    if KNOWN.contains(&licence.id.as_str()) {
        line("", "license", &licence.id);
    }
    if is_web(&licence.url) {
        line("", "license-url", &licence.url);
    }
    if base.is_known() {
        line("", "url", &base.absolute("data/"));
    }
    if let Some(release) = model.site.release() {
        line("", "version", &release.version);
        if release.date.day.is_some() {
            line("", "date-released", &release.date.to_string());
        }
        if let Some(doi) = &release.doi {
            line("", "doi", doi);
        }
    }
    let earlier: Vec<(&Release, &str)> =
        model.site.releases.iter().skip(1).filter_map(|release| Some((release, release.doi.as_deref()?))).collect();
    if !earlier.is_empty() {
        text += "identifiers:\n";
        for (release, doi) in earlier {
            let about = format!("{} ({})", release.version, release.date);
            text += &format!("  - type: doi\n    value: {}\n    description: {}\n", quoted(doi), quoted(&about));
        }
    }
    text.into_bytes()
}

fn is_web(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
}

/// `citation.bib`: an entry in each language of the site.
pub fn bibtex(context: Context<'_>, base: &Base) -> Vec<u8> {
    let model = context.graph.model;
    let entries: Vec<String> = (0..model.languages().len()).map(|at| entry(model, base, at)).collect();
    entries.join("\n").into_bytes()
}

fn entry(model: &Model, base: &Base, at: usize) -> String {
    let site = &model.site;
    let lang = model.languages()[at];
    let release = site.release();
    // A name of somebody else is no first name and last name: it stands between braces of its own.
    let mut fields = vec![
        ("author", format!("{{{}}}", escaped(site.publisher.name.best(lang).1))),
        ("title", format!("{{{}}}", escaped(site.title.best(lang).1))),
        ("publisher", format!("{{{}}}", escaped(site.publisher.name.best(lang).1))),
    ];
    if let Some(Release { version, date, doi, .. }) = release {
        fields.push(("version", version.clone()));
        fields.push(("year", format!("{:04}", date.year)));
        fields.extend(date.month.map(|month| ("month", month.to_string())));
        fields.extend(date.day.map(|day| ("day", day.to_string())));
        fields.push(("date", date.to_string()));
        fields.extend(doi.as_ref().map(|doi| ("doi", escaped(doi))));
    }
    if base.is_known() {
        fields.push(("url", base.absolute("data/")));
    }
    fields.push(("note", escaped(&site.licence.id)));
    fields.push(("langid", lang.as_str().to_owned()));
    let key =
        release.map_or_else(|| format!("qingdan-{lang}"), |release| format!("qingdan-{}-{lang}", release.version));
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@misc{{{key},\n{}\n}}\n", fields.join(",\n"))
}

/// A text with the characters that TeX takes for commands written out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\{"),
            '}' => out.push_str("\\}"),
            '\\' => out.push_str("\\textbackslash "),
            '~' => out.push_str("\\textasciitilde "),
            '^' => out.push_str("\\textasciicircum "),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
