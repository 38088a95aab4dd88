//! Files as they were written in, `data/catalog.ttl` and `data/catalog.jsonld` out: a data catalogue in the terms of DCAT 3
//! and DCAT-AP 3. Only what the content knows is said; what it does not know is left out.

use std::io;

use oxrdf::NamedNode;

use crate::dataset::{Context, latest};
use crate::export::measure::Measure;
use crate::model::walk::{Node, walk_list};
use crate::model::{Contact, Id, Lang, List, ListId, Publishing, Text};
use crate::plan::Base;

use super::graph::Statements;
use super::registers::region;
use super::releases::releases;
use super::terms::{ADMS, DCAT, DCT, FOAF, SKOS, SPDX, VCARD, Vocabulary, XSD};

const USED: [Vocabulary; 8] = [ADMS, DCAT, DCT, FOAF, SKOS, SPDX, VCARD, XSD];

/// Addresses of the registered names of media types.
const MEDIA: &str = "https://www.iana.org/assignments/media-types/";

/// The media types that are registered, by the ending of a file.
const TYPES: [(&str, &str); 7] = [
    ("csv", "text/csv"),
    ("db", "application/vnd.sqlite3"),
    ("json", "application/json"),
    ("parquet", "application/vnd.apache.parquet"),
    ("ttl", "text/turtle"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("zip", "application/zip"),
];

/// Names of languages in the European Union's list, which programs of catalogues look for.
const LANGUAGES: [(Lang, &str); 2] = [(Lang::ZH, "ZHO"), (Lang::EN, "ENG")];

/// A file that is the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DcatFile {
    /// Turtle.
    Turtle,
    /// JSON-LD.
    JsonLd,
}

impl DcatFile {
    /// Both.
    pub const ALL: [DcatFile; 2] = [DcatFile::Turtle, DcatFile::JsonLd];

    /// Both, where a site publishes any files that they would tell of.
    pub fn published(data: &Publishing) -> impl Iterator<Item = DcatFile> {
        DcatFile::ALL.into_iter().filter(|_| data.has_files())
    }

    /// The path of the file from the root of the site.
    pub fn path(self) -> &'static str {
        match self {
            DcatFile::Turtle => "data/catalog.ttl",
            DcatFile::JsonLd => "data/catalog.jsonld",
        }
    }

    /// Name of the format for readers.
    pub fn name(self) -> &'static str {
        match self {
            DcatFile::Turtle => "DCAT (Turtle)",
            DcatFile::JsonLd => "DCAT (JSON-LD)",
        }
    }
}

/// A file that holds data, as the catalogue tells of it.
#[derive(Clone, Debug)]
pub struct Distribution<'m> {
    /// The path from the root of the site.
    pub path: String,
    /// Name of the format for readers.
    pub format: &'static str,
    /// Size and checksum, where they are known.
    pub measure: Option<&'m Measure>,
    /// What the file holds, where that is less than everything.
    pub title: Option<[&'static str; 2]>,
}

/// The catalogue in both forms, given the files of the whole site and those of each list.
///
/// # Errors
///
/// Fails where a library does.
pub fn dcat(
    context: Context<'_>,
    base: &Base,
    whole: &[Distribution<'_>],
    lists: &[Vec<Distribution<'_>>],
) -> io::Result<[Vec<u8>; 2]> {
    let sorted = statements(context, base, whole, lists).sorted();
    Ok([sorted.turtle(&USED)?, sorted.json_ld(&USED)?])
}

fn statements(
    context: Context<'_>,
    base: &Base,
    whole: &[Distribution<'_>],
    lists: &[Vec<Distribution<'_>>],
) -> Statements {
    let model = context.graph.model;
    let site = &model.site;
    let mut graph = Statements::new(base);
    let out = &mut graph;
    let (catalog, all) = (out.node("data/"), out.node("data/#dataset"));
    let publisher = publisher(out, &site.publisher.name, site.publisher.url.as_deref());
    let contact = contact(out, &site.contact, &site.publisher.name);
    let licence = outside(out, &site.licence.url, (DCT, "LicenseDocument"));
    if let Some(licence) = &licence {
        out.text(licence, (DCT, "title"), &site.licence.name);
        out.add(&catalog, (DCT, "license"), licence.clone());
    }
    let home = out.node("");
    out.is_a(&home, &[(FOAF, "Document")]);
    let modified = latest(context);

    out.is_a(&catalog, &[(DCAT, "Catalog")]);
    out.add(&catalog, (FOAF, "homepage"), home);
    out.is_a(&all, &[(DCAT, "Dataset")]);
    out.add(&all, (DCAT, "landingPage"), catalog.clone());
    out.is_a(&catalog, &[(FOAF, "Document")]);
    for node in [&catalog, &all] {
        out.text(node, (DCT, "title"), &site.title);
        out.text(node, (DCT, "description"), &site.description);
        out.add(node, (DCT, "publisher"), publisher.clone());
        languages(out, node, model.languages());
        if let Some(date) = modified {
            out.date(node, (DCT, "modified"), date);
        }
    }
    if let Some(contact) = &contact {
        out.add(&all, (DCAT, "contactPoint"), contact.clone());
    }
    model.topics.iter().for_each(|topic| out.text(&all, (DCAT, "keyword"), &topic.name));
    distributions(out, &all, licence.as_ref(), whole);
    releases(out, &all, &publisher, site);
    out.add(&catalog, (DCAT, "dataset"), all.clone());
    for ((id, list), files) in ListId::each(model).zip(lists) {
        let node = out.node(&format!("lists/{}/#dataset", list.id));
        dataset(out, &node, list);
        out.add(&node, (DCT, "publisher"), publisher.clone());
        languages(out, &node, model.languages());
        if let Some(contact) = &contact {
            out.add(&node, (DCAT, "contactPoint"), contact.clone());
        }
        spatial(out, context, &all, &list.region);
        spatial(out, context, &node, &list.region);
        keywords(out, context, &node, id);
        distributions(out, &node, licence.as_ref(), files);
        out.add(&catalog, (DCAT, "dataset"), node.clone());
        out.add(&all, (DCT, "hasPart"), node);
    }
    graph
}

fn publisher(out: &mut Statements, name: &Text, url: Option<&str>) -> NamedNode {
    let node = out.node("#publisher");
    out.is_a(&node, &[(FOAF, "Agent")]);
    out.text(&node, (FOAF, "name"), name);
    if let Some(page) = url.and_then(|url| outside(out, url, (FOAF, "Document"))) {
        out.add(&node, (FOAF, "homepage"), page);
    }
    node
}

/// How to reach the publisher, where anything of it is known.
fn contact(out: &mut Statements, contact: &Contact, name: &Text) -> Option<NamedNode> {
    let Contact { email, phone, url } = contact;
    (email.is_some() || phone.is_some() || url.is_some()).then(|| {
        let node = out.node("#contact");
        out.is_a(&node, &[(VCARD, "Kind"), (VCARD, "Organization")]);
        out.text(&node, (VCARD, "fn"), name);
        if let Some(email) = email.as_ref().and_then(|email| NamedNode::new(format!("mailto:{email}")).ok()) {
            out.add(&node, (VCARD, "hasEmail"), email);
        }
        if let Some(phone) = phone {
            out.plain(&node, (VCARD, "telephone"), phone);
        }
        if let Some(url) = url.as_ref().and_then(|url| NamedNode::new(url).ok()) {
            out.add(&node, (VCARD, "hasURL"), url);
        }
        node
    })
}

/// A thing of another site; nothing where its address cannot name one.
fn outside(out: &mut Statements, url: &str, class: (Vocabulary, &str)) -> Option<NamedNode> {
    let node = NamedNode::new(url).ok()?;
    out.is_a(&node, &[class]);
    Some(node)
}

fn languages(out: &mut Statements, node: &NamedNode, languages: &[Lang]) {
    for (_, name) in LANGUAGES.iter().filter(|(lang, _)| languages.contains(lang)) {
        let language = format!("http://publications.europa.eu/resource/authority/language/{name}");
        if let Some(language) = outside(out, &language, (DCT, "LinguisticSystem")) {
            out.add(node, (DCT, "language"), language);
        }
    }
}

/// What a list says of itself.
fn dataset(out: &mut Statements, node: &NamedNode, list: &List) {
    let page = out.node(&format!("lists/{}/", list.id));
    let agency = out.node(&format!("lists/{}/#agency", list.id));
    out.is_a(node, &[(DCAT, "Dataset")]);
    out.plain(node, (DCT, "identifier"), &list.id);
    out.text(node, (DCT, "title"), &list.title);
    for (lang, agency) in list.agency.forms() {
        let counts = [list.duties.len(), list.boundaries.len(), list.services.len(), list.regimes.len()];
        let [duties, matters, services, regimes] = counts;
        let words = match lang {
            Lang::ZH => format!(
                "{agency}的责任清单：主要职责{duties}项，职责边界事项{matters}项，公共服务事项{services}项，监管制度{regimes}项。"
            ),
            Lang::EN => format!(
                "Responsibility list of {agency}. Main duties: {duties}; boundary matters: {matters}; public services: \
                 {services}; supervision regimes: {regimes}."
            ),
            _ => continue,
        };
        out.word(node, (DCT, "description"), lang.as_str(), &words);
    }
    out.is_a(&agency, &[(FOAF, "Agent")]);
    out.text(&agency, (FOAF, "name"), &list.agency);
    out.add(node, (DCT, "creator"), agency);
    out.is_a(&page, &[(FOAF, "Document")]);
    out.add(node, (DCAT, "landingPage"), page);
    if let Some(date) = list.published {
        out.date(node, (DCT, "issued"), date);
    }
    for url in list.sources.iter().filter_map(|source| NamedNode::new(source.url.as_deref()?).ok()) {
        out.add(node, (DCT, "source"), url);
    }
}

fn spatial(out: &mut Statements, context: Context<'_>, node: &NamedNode, slug: &Id) {
    let Some(index) = context.graph.region(slug) else { return };
    let of = &context.graph.model[index];
    let place = region(out, slug);
    out.is_a(&place, &[(DCT, "Location")]);
    out.text(&place, (SKOS, "prefLabel"), &of.name);
    if let Some(code) = &of.code {
        out.plain(&place, (DCT, "identifier"), code);
    }
    out.add(node, (DCT, "spatial"), place);
}

fn keywords(out: &mut Statements, context: Context<'_>, node: &NamedNode, list: ListId) {
    let model = context.graph.model;
    walk_list(&model[list], list, &mut |found, _| {
        let Node::TopicRef(slug) = found else { return };
        if let Some(topic) = context.graph.topic(slug) {
            out.text(node, (DCAT, "keyword"), &model[topic].name);
        }
    });
}

fn distributions(out: &mut Statements, dataset: &NamedNode, licence: Option<&NamedNode>, parts: &[Distribution<'_>]) {
    for part in parts {
        let file = out.node(&part.path);
        let node = out.node(&format!("{}#distribution", part.path));
        out.is_a(&node, &[(DCAT, "Distribution")]);
        match part.title {
            Some([zh, en]) => {
                out.word(&node, (DCT, "title"), "zh", &format!("{zh}（{}）", part.format));
                out.word(&node, (DCT, "title"), "en", &format!("{en} ({})", part.format));
            }
            None => out.plain(&node, (DCT, "title"), part.format),
        }
        out.add(&node, (DCAT, "accessURL"), file.clone());
        out.add(&node, (DCAT, "downloadURL"), file);
        if let Some(licence) = licence {
            out.add(&node, (DCT, "license"), licence.clone());
        }
        let ending = part.path.rsplit('.').next().unwrap_or_default();
        if let Some((_, name)) = TYPES.iter().find(|(of, _)| *of == ending) {
            let media = outside(out, &format!("{MEDIA}{name}"), (DCT, "MediaType"));
            media.into_iter().for_each(|media| out.add(&node, (DCAT, "mediaType"), media));
        }
        if let Some(measure) = part.measure {
            let checksum = out.node(&format!("{}#checksum", part.path));
            out.typed(&node, (DCAT, "byteSize"), measure.bytes, "nonNegativeInteger");
            out.is_a(&checksum, &[(SPDX, "Checksum")]);
            let algorithm = SPDX.term("checksumAlgorithm_sha256");
            out.is_a(&algorithm, &[(SPDX, "ChecksumAlgorithm")]);
            out.add(&checksum, (SPDX, "algorithm"), algorithm);
            out.typed(&checksum, (SPDX, "checksumValue"), &measure.sha256, "hexBinary");
            out.add(&node, (SPDX, "checksum"), checksum);
        }
        out.add(dataset, (DCAT, "distribution"), node);
    }
}
