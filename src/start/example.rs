//! A list in, the file with its example record out. The record says that it is an example and claims nothing else.

use crate::diag::MessageLang;
use crate::model::{Lang, ListKind};
use crate::register::register;
use crate::yaml::flow;

use super::answers::{ListAnswers, Name, NewFile};

/// A topic that the example is put under; the author chooses the right one.
const TOPIC: &str = "general-public-services";

/// The example said in a name and in a text.
struct Words {
    name: String,
    text: String,
    note: &'static str,
}

fn words(list: &ListAnswers, zh: &str, en: &str) -> Words {
    Words {
        name: list.text(&format!("【示例】{zh}的名称"), &format!("Example: name of the {en}")),
        text: list.text(
            &format!("这是示例，请换成本单位的{zh}。"),
            &format!("This is an example. Replace it by a {en} of your own."),
        ),
        note: list.remark(
            "# 下面是示例：改成真的内容，照样子往下加；发布前不要留下示例。",
            "# Below is an example: replace it by what is true and go on in the same way; do not publish it.",
        ),
    }
}

/// The wide topics there are, by slug and name, as a remark.
fn topic_note(list: &ListAnswers) -> String {
    let wide = register().topics.iter().filter(|topic| topic.broader.is_none());
    let lang = if list.speech == MessageLang::Zh { Lang::ZH } else { Lang::EN };
    let named: Vec<String> = wide.map(|topic| format!("{}（{}）", topic.slug, topic.name.best(lang).1)).collect();
    match list.speech {
        MessageLang::Zh => format!("# topics 是主题，可以写：{}。", named.join("、")),
        MessageLang::En => format!("# topics may be: {}.", named.join(", ").replace('（', " (").replace('）', ")")),
    }
}

/// Duties.
pub(super) fn duties(list: &ListAnswers) -> NewFile {
    let Words { name, text, note } = words(list, "职责", "duty");
    let topic = topic_note(list);
    let text = format!(
        "{note}\n{topic}\nduties:\n  - id: example\n    number: \"1\"\n    name: {name}\n    statement: {text}\n    topics: [{TOPIC}]\n    source: {{part: table, row: \"1\"}}\n"
    );
    NewFile { path: list.path("duties.yaml"), text }
}

/// Matters that several departments share.
pub(super) fn boundaries(list: &ListAnswers) -> NewFile {
    let Words { name, text, note } = words(list, "事项", "matter");
    let topic = topic_note(list);
    let (slug, zh, en) = match &list.body {
        Some(body) => (body.slug.as_str(), body.bureau.as_str(), body.kind.en.as_deref()),
        None => ("government-office", "人民政府办公室", Some("Government office")),
    };
    // A boundary has two sides.
    let (other, other_zh, other_en) = match slug {
        "public-security" => ("government-office", "人民政府办公室", "Government office"),
        _ => ("public-security", "公安局", "Public security"),
    };
    let name_of =
        |zh: &str, en: Option<&str>| Name { zh: zh.to_owned(), en: en.map(str::to_owned) }.flow(list.english());
    let (called, other_called) = (name_of(zh, en), name_of(other_zh, Some(other_en)));
    let other_text = list.text(
        "这是示例，请换成另一个部门的分工。",
        "This is an example. Replace it by what the other department does.",
    );
    let text = format!(
        "{note}\n{topic}\nboundaries:\n  - id: example\n    number: \"1\"\n    name: {name}\n    topics: [{TOPIC}]\n    \
         participants:\n      - department: {}\n        name: {called}\n        responsibility: {text}\n      - department: \
         {other}\n        name: {other_called}\n        responsibility: {other_text}\n    source: {{part: table, row: \"1\"}}\n",
        flow(slug)
    );
    NewFile { path: list.path("boundaries.yaml"), text }
}

/// Public services.
pub(super) fn services(list: &ListAnswers) -> NewFile {
    let Words { name, text, note } = words(list, "服务事项", "service");
    let topic = topic_note(list);
    let text = format!(
        "{note}\n{topic}\nservices:\n  - id: example\n    number: \"1\"\n    name: {name}\n    topics: [{TOPIC}]\n    \
         description: {text}\n    source: {{part: table, row: \"1\"}}\n"
    );
    NewFile { path: list.path("services.yaml"), text }
}

/// A supervision regime.
pub(super) fn regimes(list: &ListAnswers) -> NewFile {
    let Words { name, text, note } = words(list, "制度", "regime");
    let topic = topic_note(list);
    let heading = list.text("监督对象", "Who is inspected");
    let text = format!(
        "{note}\n{topic}\nid: example\nnumber: 一、\ntitle: {name}\ntopics: [{TOPIC}]\nprovisions:\n  - {{id: subjects, \
         kind: subjects, number: （一）, heading: {heading}, text: {text}}}\nsource: {{part: table, row: 一、}}\n"
    );
    NewFile { path: list.path("regimes/01-example.yaml"), text }
}

/// Items as a table under the headings that papers print, for a spreadsheet as well.
pub(super) fn items(list: &ListAnswers) -> NewFile {
    let township = list.kind == ListKind::Township;
    let name = if township { "【示例】事项的名称" } else { "【示例】职权的名称" };
    let note = "示例行：换成真的内容，发布前不要留下。";
    let mut cells: Vec<(&str, &str)> = match township {
        true => vec![
            ("section", "基本履职事项"),
            ("序号", "1"),
            ("事项名称", name),
            ("对应上级部门", ""),
            ("上级部门职责", ""),
            ("镇街配合职责", ""),
            ("工作方式", ""),
        ],
        false => vec![
            ("序号", "1"),
            ("项目编码", ""),
            ("权力名称", name),
            ("权力类型", ""),
            ("实施依据", ""),
            ("承办机构", ""),
            ("行政相对人", ""),
            ("责任事项", ""),
            ("追责情形", ""),
        ],
    };
    cells.push(("备注", note));
    if list.english() {
        cells.push(("name_en", if township { "Example: name of the item" } else { "Example: name of the power" }));
        cells.push(("notes_en", "Example row: replace it, do not publish it."));
    }
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let head = table.write_record(cells.iter().map(|cell| cell.0));
    let body = table.write_record(cells.iter().map(|cell| cell.1));
    // Writing to memory does not fail.
    let bytes = head.and(body).ok().and_then(|()| table.into_inner().ok()).unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    // The mark at the start tells spreadsheet programs that it is UTF-8.
    NewFile { path: list.path("items.csv"), text: format!("\u{feff}{text}") }
}
