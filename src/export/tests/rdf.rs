//! The records and the catalogue in RDF.

use crate::dataset::Context;
use crate::dataset::tests::sample::{model, with};
use crate::export::{DcatFile, Distribution, Measure, SiteFile, dcat};
use crate::model::{Contact, Model};

fn records(model: &Model) -> String {
    let mut bytes = Vec::new();
    with(model, |graph, plan| SiteFile::Records.write(Context::new(graph, plan), plan, &[], &mut bytes))
        .expect("a file");
    String::from_utf8(bytes).expect("UTF-8")
}

fn catalog(model: &Model) -> [String; 2] {
    let measure = Measure::of(b"id\r\n");
    let whole = [Distribution {
        path: "data/duties.csv".into(),
        format: "CSV",
        measure: Some(&measure),
        title: Some(["主要职责", "Duties"]),
    }];
    let lists = vec![Vec::new(); model.lists.len()];
    let made = with(model, |graph, plan| dcat(Context::new(graph, plan), &plan.base, &whole, &lists)).expect("files");
    made.map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn an_office_is_told_with_what_names_it_and_what_that_cites() {
    let records = records(&model());
    let (_, office) =
        records.split_once("/lists/jize-qts/offices/#metrology> a org:OrganizationalUnit").expect("an office");
    let office = office.split(" .\n").next().unwrap_or_default();
    assert!(office.contains("org:unitOf <https://example.org/qd/lists/jize-qts/#agency>"), "{office}");
    let (_, purpose) = office.split_once("org:purpose ").expect("a purpose");
    assert!(
        purpose.contains("<https://example.org/qd/lists/jize-qts/duties/metrology/#item-verification>"),
        "{office}"
    );
    let (_, item) = records.split_once("/duties/metrology/#item-verification> a skos:Concept").expect("a work item");
    let item = item.split(" .\n").next().unwrap_or_default();
    assert!(item.contains("dct:references <https://example.org/qd/laws/"), "{item}");
    assert!(item.contains("skos:broader <https://example.org/qd/lists/jize-qts/duties/metrology/>"), "{item}");
}

#[test]
fn a_date_is_as_precise_as_it_is_printed() {
    let mut model = model();
    let types = [("2015", "gYear"), ("2015-07", "gYearMonth"), ("2015-07-01", "date")];
    for (date, kind) in types {
        model.lists[0].published = date.parse().ok();
        let literal = format!("dct:issued \"{date}\"^^xsd:{kind}");
        assert!(records(&model).contains(&literal), "{literal}");
    }
}

#[test]
fn a_contact_is_told_where_it_is_known_and_nothing_is_made_up() {
    let mut model = model();
    model.site.contact = Contact::default();
    let [plain, _] = catalog(&model);
    assert!(!plain.contains("contactPoint") && !plain.contains("vcard:Kind"), "{plain}");
    model.site.contact.email = Some("office@example.org".into());
    model.site.publisher.url = Some("https://example.org/a b".into());
    let [turtle, json] = catalog(&model);
    assert!(turtle.contains("a vcard:Kind , vcard:Organization"), "{turtle}");
    assert!(turtle.contains("vcard:hasEmail <mailto:office@example.org>"), "{turtle}");
    assert!(!turtle.contains("a b"), "an address with a space names nothing: {turtle}");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert!(json["@context"].is_object(), "{json}");
}

#[test]
fn a_file_is_told_with_its_size_and_checksum() {
    let [turtle, _] = catalog(&model());
    let (_, file) = turtle.split_once("data/duties.csv#distribution> a dcat:Distribution").expect("the file");
    let file = file.split(" .\n").next().unwrap_or_default();
    assert!(file.contains("dcat:byteSize \"4\"^^xsd:nonNegativeInteger"), "{file}");
    assert!(file.contains("dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv>"), "{file}");
    assert!(turtle.contains(&Measure::of(b"id\r\n").sha256), "{turtle}");
}

#[test]
fn a_release_has_what_came_before_it_and_none_is_made_up() {
    let mut model = model();
    let [turtle, _] = catalog(&model);
    let of = |node: &str| {
        let (_, rest) = turtle.split_once(&format!("{node}> a dcat:Dataset")).expect("a data set");
        rest.split(" .\n").next().unwrap_or_default().to_owned()
    };
    let all = of("data/#dataset");
    for said in [
        "dcat:version \"1.1.0\"",
        "adms:versionNotes ",
        "dcat:hasCurrentVersion ",
        "data/#release-1.0.0>",
        "dct:issued \"2015-09-01\"",
    ] {
        assert!(all.contains(said), "{said} is not in {all}");
    }
    let current = of("data/#release-1.1.0");
    let previous = "dcat:previousVersion <https://example.org/qd/data/#release-1.0.0>";
    for said in
        [previous, "dct:issued \"2016-03-01\"", "\"One more list\"@en", "https://doi.org/10.5281/zenodo.1234568"]
    {
        assert!(current.contains(said), "{said} is not in {current}");
    }
    assert!(!of("data/#release-1.0.0").contains("previousVersion"));
    model.site.releases.clear();
    let [turtle, _] = catalog(&model);
    for claim in ["dcat:version", "versionNotes", "hasVersion", "release-"] {
        assert!(!turtle.contains(claim), "{claim} is in the catalogue of a site without releases");
    }
}

#[test]
fn made_twice_the_catalogue_is_the_same() {
    assert_eq!(catalog(&model()), catalog(&model()));
    assert_eq!(DcatFile::ALL.map(DcatFile::path), ["data/catalog.ttl", "data/catalog.jsonld"]);
}
