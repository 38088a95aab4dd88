//! What became of bodies and hotlines: which lists, departments and phones it is said of, in which words, and where the
//! data say the same. The places of the lists do not exist.

use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::model::Model;
use qingdan::pipeline::{self, Job};

use crate::support::Silence;
use crate::support::folder::{self, Tree};
use crate::support::scratch;

const SITE: &str = "\
title: 桥头县责任清单
description: 桥头县各部门的责任清单。
languages: [zh]
licence: {id: CC-BY-4.0, name: 知识共享署名4.0, url: https://creativecommons.org/licenses/by/4.0/}
publisher: {kind: civic, name: 桥头县某人}
";

const REGIONS: &str = "\
- {code: \"990131\", slug: qiaotou, name: 桥头县, level: county, area_code: \"0999\"}
";

/// A list with a service that prints a hotline and a matter with the work safety bureau.
fn list(id: &str, department: &str, published: &str) -> String {
    format!(
        "id: {id}\nregion: qiaotou\ndepartment: {department}\nagency: 桥头县某局\ntitle: 桥头县某局清单{published}\n\
         published: \"{published}\"\nphones: [\"6010101\"]\n\
         sources: [{{id: form, title: 登记表, parts: [{{id: all, title: 全部}}]}}]\n\
         services:\n  - {{id: complaints, name: 受理投诉, description: 受理12365热线的投诉。, topics: [complaints], \
         phones: [\"12365\"], source: {{part: all, row: \"1\"}}}}\n\
         boundaries:\n  - id: chemicals\n    name: 危险化学品\n    topics: [work-safety]\n    participants:\n      \
         - {{department: work-safety, name: 安监局, responsibility: 监督生产安全。}}\n      \
         - {{department: public-security, name: 公安局, responsibility: 管理运输通行。}}\n    source: {{part: all, row: \"2\"}}\n"
    )
}

fn content(files: &[(&str, String)]) -> tempfile::TempDir {
    let root = scratch::folder();
    let mut tree = Tree::new();
    tree.insert("site.yaml".into(), SITE.into());
    tree.insert("regions.yaml".into(), REGIONS.into());
    tree.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    folder::write(root.path(), &tree);
    root
}

fn model(root: &Path) -> Model {
    let mut sink = Sink::new();
    let mut sources = load(root, &mut sink).expect("a content folder");
    let model = check(&mut sources, &mut sink).expect("a model");
    let found: Vec<String> = sink.found().iter().map(|found| found.message.en.clone()).collect();
    assert!(found.is_empty(), "{found:#?}");
    model
}

fn site(root: &Path) -> Tree {
    let output = scratch::folder();
    let out = output.path().join("site");
    let job = Job { content: root.into(), output: Some(out.clone()), jobs: 2, ..Job::default() };
    pipeline::run(&job, &Silence).expect("a site");
    folder::read(&out)
}

fn page(site: &Tree, path: &str) -> String {
    String::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).expect("UTF-8")
}

#[test]
fn a_national_rule_is_said_as_one_and_leads_to_the_successor() {
    let old = list("qiaotou-quality", "quality-supervision", "2015-07");
    let new = list("qiaotou-market", "market-regulation", "2021-03-01");
    let root = content(&[("lists/qiaotou-quality.yaml", old), ("lists/qiaotou-market.yaml", new)]);
    let site = site(root.path());
    let said = page(&site, "lists/qiaotou-quality/index.html");
    assert!(said.contains("全国规定：2018年3月21日，<a href=\"../../agencies/aqsiq/index.html\">"), "{said}");
    assert!(said.contains("不是专说本局"), "{said}");
    assert!(said.contains("<a href=\"../../lists/qiaotou-market/index.html\">") || said.contains("../qiaotou-market/"));
    let service = page(&site, "lists/qiaotou-quality/services/complaints/index.html");
    assert!(service.contains("/agencies/hotline-12365/index.html\">"), "{service}");
    assert!(service.contains("href=\"tel:12365\"") && service.contains("href=\"tel:+86-999-6010101\""), "{service}");
    let matter = page(&site, "lists/qiaotou-quality/boundaries/chemicals/index.html");
    assert!(matter.contains("2018年3月起由应急管理部承担（全国规定）"), "{matter}");
    let of_body = page(&site, "agencies/aqsiq/index.html");
    assert!(
        of_body.contains("https://zhixiao001.com/rd/32804.html") && of_body.contains("不是专说某一个局"),
        "{of_body}"
    );
    assert!(of_body.contains("qiaotou-quality") && !of_body.contains("qiaotou-market"), "{of_body}");
}

#[test]
fn a_list_that_came_after_the_event_has_no_note() {
    let root = content(&[("lists/qiaotou-market.yaml", list("qiaotou-market", "quality-supervision", "2021-03-01"))]);
    let model = model(root.path());
    assert!(model.agencies.is_empty(), "{:?}", model.agencies);
    let site = site(root.path());
    assert!(!page(&site, "lists/qiaotou-market/index.html").contains("class=\"gone\""));
    assert!(!site.contains_key("agencies/index.html"));
}

#[test]
fn the_data_say_the_same() {
    let root = content(&[("lists/qiaotou-quality.yaml", list("qiaotou-quality", "quality-supervision", "2015-07"))]);
    let site = site(root.path());
    let concerns = page(&site, "data/agency_concerns.csv");
    for row in [
        "qiaotou-quality,list,qiaotou-quality,aqsiq,department",
        "qiaotou-quality/services/complaints,service,qiaotou-quality,hotline-12365,number",
        "qiaotou-quality/boundaries/chemicals/participants/work-safety,participant,qiaotou-quality,saws,department",
    ] {
        assert!(concerns.contains(row), "{row}\n{concerns}");
    }
    let successors = page(&site, "data/agency_successors.csv");
    assert!(
        successors.contains("aqsiq,1,1,samr") && successors.contains("hotline-12365,1,1,hotline-12315"),
        "{successors}"
    );
    let phones = page(&site, "data/list_phones.csv");
    assert!(phones.contains("6010101,tel:+86-999-6010101"), "{phones}");
    let turtle = page(&site, "data/records.ttl");
    assert!(turtle.contains("org:resultedFrom") && turtle.contains("org:ChangeEvent"), "no change of organization");
}

#[test]
fn a_site_says_what_became_of_its_own_bureau() {
    let own = "\
- id: qiaotou-quality-bureau
  name: 桥头县某局
  kind: body
  region: qiaotou
  events:
    - {date: 2019-02, kind: merged, successors: [qiaotou-market-bureau], source: 桥头县人民政府公报}
- id: qiaotou-market-bureau
  name: 桥头县市场监督管理局
  kind: body
  region: qiaotou
  departments: [market-regulation]
";
    let list = list("qiaotou-quality", "quality-supervision", "2015-07");
    let root = content(&[("lists/qiaotou-quality.yaml", list), ("agencies.yaml", own.to_owned())]);
    let said = page(&site(root.path()), "lists/qiaotou-quality/index.html");
    assert!(
        said.contains("桥头县：2019年2月，<a href=\"../../agencies/qiaotou-quality-bureau/index.html\">"),
        "{said}"
    );
    assert!(said.contains("桥头县市场监督管理局</a>。"), "{said}");
}

#[test]
fn a_phone_without_area_code_is_told_once() {
    let list = list("qiaotou-quality", "quality-supervision", "2015-07");
    let root = content(&[("lists/qiaotou-quality.yaml", list)]);
    std::fs::write(root.path().join("regions.yaml"), REGIONS.replace(", area_code: \"0999\"", "")).expect("regions");
    let said = page(&site(root.path()), "lists/qiaotou-quality/index.html");
    assert!(said.contains("href=\"tel:6010101\"") && said.matches("class=\"area-note\"").count() == 1, "{said}");
}

#[test]
fn a_list_without_a_date_is_known_by_its_name() {
    let undated = |agency: &str| {
        let list = list("qiaotou-quality", "quality-supervision", "2015-07");
        let list =
            list.replace("published: \"2015-07\"\n", "").replace("桥头县某局\ntitle", &format!("{agency}\ntitle"));
        let root = content(&[("lists/qiaotou-quality.yaml", list)]);
        page(&site(root.path()), "lists/qiaotou-quality/index.html").contains("/agencies/aqsiq/")
    };
    assert!(undated("桥头县质量技术监督局"));
    assert!(!undated("桥头县市场监督管理局"));
}
