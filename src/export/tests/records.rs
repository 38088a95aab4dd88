//! The data files beside pages.

use serde_json::{Value, json};

use crate::dataset::Catalogue;
use crate::dataset::tests::sample::{model, with};
use crate::export::record;
use crate::model::{DepartmentId, DutyId, LawId, ListId, Model, Position, RegionId, TopicId};
use crate::plan::Target;

fn file(target: Target, model: &Model) -> Value {
    let mut bytes = Vec::new();
    with(model, |graph, plan| record(target, 0, graph, plan, &Catalogue::default(), &mut bytes)).expect("a file");
    serde_json::from_slice(&bytes).expect("valid JSON")
}

#[test]
fn a_duty_has_its_record_in_both_languages_its_licence_and_its_links() {
    let duty = file(Target::Duty(ListId::new(1), DutyId::new(0)), &model());
    assert_eq!(duty["data"]["name"], json!({"zh": "计量管理", "en": "Metrology"}));
    assert_eq!(duty["data"]["work_items"][0]["basis"][0]["articles"], json!(["12..3", "45-55"]));
    assert_eq!(
        duty["meta"],
        json!({
            "id": "jize-qts/duties/metrology",
            "kind": "duty",
            "list": "jize-qts",
            "region": "jize",
            "source": {
                "document": {"zh": "登记表", "en": "Form"},
                "file": "form.txt",
                "url": "https://example.org/form",
                "part": {"zh": "一、职责", "en": "Part 1"},
                "row": "9c",
            },
            "languages": ["zh", "en"],
            "publisher": {"zh": "某人", "en": "Somebody"},
            "licence": {"id": "CC-BY-4.0", "url": "https://example.org/licence"},
        })
    );
    let page = "lists/jize-qts/duties/metrology/";
    assert_eq!(
        duty["links"],
        json!({
            "self": format!("https://example.org/qd/{page}index.json"),
            "pages": {"zh": format!("https://example.org/qd/{page}"), "en": format!("https://example.org/qd/en/{page}")},
            "parent": "https://example.org/qd/lists/jize-qts/index.json",
        })
    );
}

#[test]
fn references_are_resolved_and_backlinks_drawn() {
    let model = model();
    let duty = file(Target::Duty(ListId::new(1), DutyId::new(0)), &model);
    let citation = &duty["data"]["derived"]["citations"][1];
    assert_eq!(citation["id"], "new-law");
    assert_eq!(citation["name"]["zh"], "中华人民共和国新法");
    assert_eq!(citation["by"], "jize-qts/duties/metrology/work-items/verification");
    let law = file(Target::Law(LawId::new(0)), &model);
    assert_eq!(law["data"]["derived"]["replaced_by"][0]["id"], "new-law");
    assert_eq!(law["data"]["derived"]["cited_by"][0]["id"], "jize-qts/duties/metrology");
    assert_eq!(law["links"]["parent"], "https://example.org/qd/data/laws.json");
    let topic = file(Target::Topic(TopicId::new(0)), &model);
    assert_eq!(topic["data"]["derived"]["narrower"][0]["id"], "metrology");
    assert_eq!(topic["data"]["derived"]["records"].as_array().map(Vec::len), Some(5));
    let department = file(Target::Department(DepartmentId::new(0)), &model);
    assert_eq!(department["data"]["derived"]["takes_part"][1]["kind"], "participant");
    let region = file(Target::Region(RegionId::new(1)), &model);
    assert_eq!(region["data"]["derived"]["above"][0]["id"], "hebei");
    assert_eq!(region["data"]["derived"]["lists"].as_array().map(Vec::len), Some(5));
    let offices = file(Target::Offices(ListId::new(1)), &model);
    assert_eq!(offices["data"]["offices"][0]["phones"][1], "+86 310 7511861");
    assert_eq!(offices["data"]["derived"]["named"][0]["by"], "jize-qts/items/fine");
}

#[test]
fn every_page_with_data_has_a_file_and_no_other_has() {
    let model = model();
    with(&model, |graph, plan| {
        for target in &plan.targets {
            let (mut once, mut again) = (Vec::new(), Vec::new());
            record(*target, 0, graph, plan, &Catalogue::default(), &mut once).expect("a file");
            record(*target, 0, graph, plan, &Catalogue::default(), &mut again).expect("a file");
            assert_eq!(once.is_empty(), !plan.has_data(*target), "{target:?}");
            assert_eq!(once, again);
        }
    });
}
