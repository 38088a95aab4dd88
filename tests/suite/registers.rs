//! The registers that come with the program: they keep the rules themselves, a site uses them without writing them out,
//! corrects them by entries of its own, and shows of them only what it uses.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use qingdan::check::check;
use qingdan::cli::closing;
use qingdan::diag::formats::{MessageFormat, show};
use qingdan::diag::{MessageLang, Sink};
use qingdan::load::load;
use qingdan::model::{Confidence, Lang, Law, LawStatus, Model, Text, Topic};
use qingdan::pipeline::{self, Job, Question};
use qingdan::register::register;

use crate::support::folder::{self, Tree};
use crate::support::{Silence, repository, scratch, snapshot};

const SITE: &str = "\
title: 桥头县责任清单
description: 桥头县各部门的责任清单。
languages: [zh]
licence: {id: CC-BY-4.0, name: 知识共享署名4.0, url: https://creativecommons.org/licenses/by/4.0/}
publisher: {kind: civic, name: 桥头县某人}
";

const HEADER: &str = "\
id: qiaotou-education
region: qiaotou
agency: 桥头县教育局
title: 桥头县教育局责任清单
sources:
  - id: form
    title: 登记表
    parts: [{id: duties, title: 职责}]
";

const REGION: &str = "- {code: \"990131\", slug: qiaotou, name: 桥头县, level: county}\n";

/// A content folder with these files, beside `site.yaml` of a site in Chinese alone.
fn content(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = scratch::folder();
    let mut tree = Tree::new();
    tree.insert("site.yaml".into(), SITE.into());
    tree.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    folder::write(root.path(), &tree);
    root
}

/// The model of a content folder, which has no fault.
fn model(root: &Path) -> Model {
    let mut sink = Sink::new();
    let mut sources = load(root, &mut sink).expect("a content folder");
    let model = check(&mut sources, &mut sink).expect("a model");
    let found: Vec<String> =
        sink.found().iter().map(|found| format!("{}: {}", found.code.id, found.message.en)).collect();
    assert!(found.is_empty(), "{found:#?}");
    model
}

fn ids(model: &Model) -> Vec<&str> {
    model.laws.iter().map(|law| law.id.as_str()).collect()
}

fn law<'m>(model: &'m Model, id: &str) -> &'m Law {
    model.laws.iter().find(|law| law.id.as_str() == id).unwrap_or_else(|| panic!("no {id} among {:?}", ids(model)))
}

/// A list with one duty for each basis.
fn list(bases: &[&str]) -> String {
    let mut list = format!("{HEADER}duties:\n");
    for (number, basis) in (1..).zip(bases) {
        let _ = write!(
            list,
            "  - id: duty-{number}\n    name: 事项{number}\n    statement: 办理事项{number}。\n    topics: [school-education]\n    \
             basis: [{{law: {basis}}}]\n    source: {{part: duties, row: \"{number}\"}}\n"
        );
    }
    list
}

#[test]
fn they_keep_every_rule_in_both_languages() {
    let root = scratch::folder();
    let mut tree = Tree::new();
    for (path, bytes) in folder::read(&repository("src/register")) {
        // Everyday words are no register of a site.
        if path.ends_with(".yaml") && path != "everyday.yaml" {
            tree.insert(path, bytes);
        }
    }
    let site = fs::read_to_string(repository("tests/rules/base/site.yaml")).expect("a site file");
    let site = site.replace("Who is responsible for what", "The responsibility lists");
    // There is no list that could use them.
    tree.insert("site.yaml".into(), format!("{site}rules: {{unused-entry: off}}\n").into_bytes());
    folder::write(root.path(), &tree);
    let model = model(root.path());
    assert!(model.laws.len() > 400 && model.topics.len() > 90 && model.departments.len() > 80);
}

#[test]
fn the_page_of_the_registers_lists_them() {
    snapshot::report(snapshot::compare(&repository("docs/registers.md"), &page()).err().into_iter().collect());
}

/// Everything that comes with the program, with what it is named by.
fn page() -> String {
    let mut page = String::from(
        "# What comes with the program\n\nMade from `src/register/` by a test. How a site uses, corrects and adds to it: \
         [data-format.md](data-format.md#what-comes-with-the-program).\n\n## Topics\n\n| slug | 主题 | topic |\n|---|---|---|\n",
    );
    let register = register();
    let form = |text: &Text, lang| text.get(lang).unwrap_or_default().to_owned();
    for wide in register.topics.iter().filter(|topic| topic.broader.is_none()) {
        let code = wide.code.as_deref().unwrap_or_default();
        let (zh, en) = (form(&wide.name, Lang::ZH), form(&wide.name, Lang::EN));
        let _ = writeln!(page, "| **`{}`** | **{code} {zh}** | **{code} {en}** |", wide.slug);
        for topic in register.topics.iter().filter(|topic| topic.broader.as_ref() == Some(&wide.slug)) {
            let (zh, en) = (form(&topic.name, Lang::ZH), form(&topic.name, Lang::EN));
            let _ = writeln!(page, "| `{}` | {zh} | {en} |", topic.slug);
        }
    }
    page.push_str("\n## Kinds of department\n\n| slug | 部门类别 | kind of department |\n|---|---|---|\n");
    for kind in &register.departments {
        let (zh, en) = (form(&kind.name, Lang::ZH), form(&kind.name, Lang::EN));
        let _ = writeln!(page, "| `{}` | {zh} | {en} |", kind.slug);
    }
    page.push_str("\n## Bodies and hotlines\n\n| id | 机构 | body | what became of it |\n|---|---|---|---|\n");
    for agency in &register.agencies {
        let (zh, en) = (form(&agency.name, Lang::ZH), form(&agency.name, Lang::EN));
        let told = agency.end().map_or_else(String::new, |event| {
            let date = event.date.map_or_else(String::new, |date| format!("{date} "));
            let next: Vec<String> = event.successors.iter().map(|id| format!("`{id}`")).collect();
            format!("{date}{} → {}", event.kind.as_str(), next.join(", "))
        });
        let _ = writeln!(page, "| `{}` | {zh} | {en} | {told} |", agency.id);
    }
    page.push_str("\n## Laws\n");
    for (file, laws) in &register.laws {
        let _ = write!(page, "\n### `{file}`\n\n| id | 名称 |\n|---|---|\n");
        for law in laws {
            let _ = writeln!(page, "| `{}` | {} |", law.id, form(&law.title, Lang::ZH));
        }
    }
    page
}

#[test]
fn every_change_of_a_body_is_stated_somewhere() {
    let agencies = &register().agencies;
    for agency in agencies {
        for event in &agency.events {
            let address = event.url.as_deref().unwrap_or_default();
            assert!(address.starts_with("http"), "{}: where is it stated?", agency.id);
            assert_eq!(event.confidence, Confidence::Stated, "{}", agency.id);
            for next in &event.successors {
                assert!(agencies.iter().any(|other| other.id == *next), "{}: {next}", agency.id);
            }
        }
    }
}

#[test]
fn topics_have_two_levels_after_a_published_classification() {
    let topics = &register().topics;
    let (wide, below): (Vec<&Topic>, Vec<&Topic>) = topics.iter().partition(|topic| topic.broader.is_none());
    let codes: Vec<&str> = wide.iter().filter_map(|topic| topic.code.as_deref()).collect();
    assert_eq!(codes, ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"]);
    for topic in &below {
        assert!(wide.iter().any(|wide| Some(&wide.slug) == topic.broader.as_ref()), "{}", topic.slug);
    }
    for topic in topics {
        let words = &topic.words;
        assert!(!words.zh.is_empty() && !words.pinyin.is_empty() && !words.en.is_empty(), "{}", topic.slug);
    }
}

#[test]
fn a_list_of_sixty_items_is_a_whole_site() {
    let titles =
        ["《行政许可法》", "《中华人民共和国义务教育法》", "教师法", "《民办教育促进法》", "compulsory-education-law"];
    let bases: Vec<&str> = titles.into_iter().cycle().take(60).collect();
    let root = content(&[("lists/qiaotou-education.yaml", &list(&bases)), ("regions.yaml", REGION)]);
    let job = Job { content: root.path().into(), jobs: 2, ..Job::default() };
    let outcome = pipeline::run(&job, &Silence).expect("a site");
    let said = show(&outcome.findings, MessageFormat::Full, MessageLang::En, false);
    assert_eq!(said, "", "{}", closing(&outcome, None, std::time::Duration::ZERO, MessageLang::En));
    let model = model(root.path());
    assert_eq!(
        ids(&model),
        ["administrative-licensing-law", "compulsory-education-law", "teachers-law", "private-education-promotion-law"],
        "only what is used, in the order of the register"
    );
    let cited: Vec<&str> = model.lists[0].duties.iter().map(|duty| duty.basis[0].law.as_str()).take(5).collect();
    assert_eq!(
        cited,
        [
            "administrative-licensing-law",
            "compulsory-education-law",
            "teachers-law",
            "private-education-promotion-law",
            "compulsory-education-law"
        ]
    );
    let topics: Vec<&str> = model.topics.iter().map(|topic| topic.slug.as_str()).collect();
    assert_eq!(topics, ["education", "school-education"], "the topic and the one above it");
    assert!(model.departments.is_empty() && model.terms.is_empty());
    assert!(model.laws.iter().all(|law| law.title.forms().count() == 1), "no language that the site does not have");
}

#[test]
fn sixty_powers_of_a_county_need_no_register() {
    let mut list = String::from(
        "id: education\nregion: \"130431\"\nkind: powers-and-responsibilities\ndepartment: education\nagency: 县教育局\n\
         title: 县教育局权责清单\nsources: [{id: paper, title: 权责清单, parts: [{id: table, title: 附表}]}]\nitems:\n",
    );
    let titles = ["《行政许可法》", "《中华人民共和国义务教育法》", "教师法", "《民办教育促进法》"];
    for (number, title) in (1..=60).zip(titles.into_iter().cycle()) {
        let _ = writeln!(
            list,
            "  - {{number: \"{number}\", type: penalty, name: 事项{number}, basis: [{{law: {title}, articles: [\"{number}\"]}}], \
             basis_as_printed: 《中华人民共和国教育法》第{number}条}}"
        );
    }
    let root = content(&[("lists/education.yaml", &list)]);
    let job = Job { content: root.path().into(), jobs: 2, ..Job::default() };
    let outcome = pipeline::run(&job, &Silence).expect("a site");
    assert_eq!(show(&outcome.findings, MessageFormat::Full, MessageLang::En, false), "");
    let model = model(root.path());
    let regions: Vec<&str> = model.regions.iter().map(|region| region.slug.as_str()).collect();
    assert_eq!(regions, ["130000", "130400", "130431"], "the county and what lies above it");
    assert_eq!(model.departments.iter().map(|kind| kind.slug.as_str()).collect::<Vec<_>>(), ["education"]);
    assert_eq!(model.laws.len(), 5, "{:?}", ids(&model));
}

#[test]
fn a_county_is_named_by_its_code() {
    let at = |region: &str| list(&["《教育法》"]).replace("region: qiaotou", &format!("region: \"{region}\""));
    let root = content(&[("lists/qiaotou-education.yaml", &at("130431"))]);
    let found = model(root.path());
    let regions: Vec<(&str, Option<&str>)> =
        found.regions.iter().map(|region| (region.slug.as_str(), region.parent.as_deref())).collect();
    assert_eq!(regions, [("130000", None), ("130400", Some("130000")), ("130431", Some("130400"))]);
    // An entry of the site's own goes before the table, whatever its slug.
    let own = "- {code: \"130400\", slug: shang, name: 上市, level: prefecture}\n";
    let root = content(&[("lists/qiaotou-education.yaml", &at("130431")), ("regions.yaml", own)]);
    let found = model(root.path());
    let regions: Vec<(&str, Option<&str>)> =
        found.regions.iter().map(|region| (region.slug.as_str(), region.parent.as_deref())).collect();
    assert_eq!(regions, [("shang", None), ("130431", Some("shang"))]);
}

#[test]
fn a_site_corrects_them() {
    let own = "\
- id: education-law
  title: 中华人民共和国教育法
  kind: law
  status: in-force
  source: 桥头县核对
- id: our-teachers-law
  title: 中华人民共和国教师法
  short_titles: [教师法]
  kind: law
  status: unknown
  source: 桥头县核对
- id: local-measures
  title: 桥头县入学办法
  aliases: [义务教育法]
  kind: local-government-rule
  status: unknown
  source: 桥头县核对
";
    let bases = ["《教育法》", "《教师法》", "teachers-law", "《义务教育法》", "《中华人民共和国义务教育法》"];
    let root =
        content(&[("lists/qiaotou-education.yaml", &list(&bases)), ("regions.yaml", REGION), ("laws/own.yaml", own)]);
    let model = model(root.path());
    assert_eq!(law(&model, "education-law").status, LawStatus::InForce, "the same id: the site's entry");
    let cited: Vec<&str> = model.lists[0].duties.iter().map(|duty| duty.basis[0].law.as_str()).collect();
    assert_eq!(
        cited,
        [
            "education-law",
            // The same title under another id is the same law, and is found by its former id as well.
            "our-teachers-law",
            "our-teachers-law",
            // A name that the site claims is the site's.
            "local-measures",
            "compulsory-education-law",
        ]
    );
    assert!(!ids(&model).contains(&"teachers-law"));
}

#[test]
fn a_law_that_nothing_stands_on_is_known() {
    let root = content(&[("lists/qiaotou-education.yaml", &list(&["《教育法》"])), ("regions.yaml", REGION)]);
    let asked = |law| pipeline::standing_on(root.path(), &Question { law, place: None, on: None, lang: Lang::ZH });
    let told = |law| asked(law).map(|answer| (answer.law.map(|law| law.id).unwrap_or_default(), answer.rows.len()));
    assert_eq!(told("教育法").expect("a law"), ("education-law".to_owned(), 1));
    assert_eq!(told("《水法》").expect("a law of the program"), ("water-law".to_owned(), 0));
    assert!(told("桥头法").is_err());
}

#[test]
fn what_a_text_or_a_page_names_is_used() {
    let texts =
        list(&["《教育法》"]).replace("statement: 办理事项1。", "statement: 依照《幼儿园管理条例》办理。").replace(
            "source: {part: duties, row: \"1\"}",
            "notes: [\"见[主题](/topics/sports/)。\"]\n    source: {part: duties, row: \"1\"}",
        );
    let root = content(&[
        ("lists/qiaotou-education.yaml", &texts),
        ("regions.yaml", REGION),
        ("pages/about.zh.md", "# 关于\n\n见[档案法](/laws/archives-law/)和[公安](/departments/public-security/)。\n"),
    ]);
    let model = model(root.path());
    assert_eq!(ids(&model), ["kindergartens-regulation", "education-law", "archives-law"]);
    assert_eq!(model.departments.len(), 1);
    assert!(model.topics.iter().any(|topic| topic.slug.as_str() == "sports"));
}

#[test]
fn a_site_adds_subjects_of_its_own_to_a_topic_of_the_program() {
    let topic = "- slug: special-equipment\n  name: 特种设备\n  definition: 电梯等。\n  subjects:\n    \
                 - {id: lifts, name: 电梯使用单位, of: frequency, words: [电梯]}\n    \
                 - {id: users, name: 使用单位, of: frequency, words: [使用单位]}\n";
    let root = content(&[("regions.yaml", REGION), ("topics.yaml", topic)]);
    let model = model(root.path());
    let own = model.topics.iter().find(|topic| topic.slug.as_str() == "special-equipment").expect("the topic");
    let ids: Vec<&str> = own.subjects.iter().map(|subject| subject.id.as_str()).collect();
    assert_eq!(ids[..2], ["lifts", "users"], "its own go first");
    assert!(ids.contains(&"key-users"), "those of the program stay: {ids:?}");
    assert_eq!(ids.iter().filter(|id| **id == "users").count(), 1, "its own takes the place of one with the same id");
}
