//! Every citation on every page of the real site is a link to its law, or is marked as open.

use std::collections::BTreeMap;
use std::path::Path;

use html5gum::{Token, Tokenizer};

use qingdan::check::{check, laws};
use qingdan::cite::{Certainty, Mention, Reader};
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;
use qingdan::model::{Articles, DutyId, Lang, Law, Part, Position, Text, WorkItemId};

use crate::support::{folder, repository, scratch, site};

/// Elements whose text is no text of the page. What a picture names is linked in the table behind it.
const SILENT: [&str; 5] = ["script", "style", "title", "template", "svg"];

/// Elements that have no end.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// A run of text outside links.
struct Run {
    text: String,
    /// Whether what follows it marks a citation as open.
    open: bool,
    /// Where the last link before it leads.
    behind: String,
}

/// The text of a page outside links, cut where anything but a mark of emphasis begins or ends.
fn runs(html: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut stack: Vec<(String, bool)> = Vec::new();
    let (mut text, mut behind) = (String::new(), String::new());
    for token in Tokenizer::new(html).flatten() {
        match token {
            // Where a line may end is no end of a text.
            Token::StartTag(tag) if tag.name.0 == b"wbr" => {}
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let class =
                    tag.attributes.get(&b"class"[..]).map(|value| String::from_utf8_lossy(&value.value).into_owned());
                let marks = class.as_deref() == Some("open");
                runs.push(Run { text: std::mem::take(&mut text), open: marks, behind: behind.clone() });
                if let Some(href) = tag.attributes.get(&b"href"[..]) {
                    behind = String::from_utf8_lossy(&href.value).into_owned();
                }
                let quiet = stack.last().is_some_and(|(_, quiet)| *quiet)
                    || name == "a"
                    || marks
                    || SILENT.contains(&name.as_str());
                if !tag.self_closing && !VOID.contains(&name.as_str()) {
                    stack.push((name, quiet));
                }
            }
            Token::EndTag(tag) => {
                runs.push(Run { text: std::mem::take(&mut text), open: false, behind: behind.clone() });
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some(at) = stack.iter().rposition(|(open, _)| *open == name) {
                    stack.truncate(at);
                }
            }
            Token::String(string) if !stack.last().is_some_and(|(_, quiet)| *quiet) => {
                text.push_str(&String::from_utf8_lossy(&string));
            }
            _ => {}
        }
    }
    runs.retain(|run| !run.text.trim().is_empty());
    runs
}

/// Whether a citation needs no link: it names the law whose page this is, or is a number behind the title that is the
/// link, or stands in a remark of the register on a law, where amendments have numbers that no list cites.
fn settled(mention: &Mention, run: &Run, page: &Path, laws: &[Law]) -> bool {
    let Some(law) = mention.law.map(|law| laws[law.get()].id.as_str()) else {
        return page
            .components()
            .any(|part| ["laws", "data", "changes"].iter().any(|folder| part.as_os_str() == *folder));
    };
    page.parent().is_some_and(|folder| folder.ends_with(law))
        || (mention.title.is_none() && run.behind.contains(&format!("{law}/")))
}

#[test]
fn every_citation_is_a_link_or_marked() {
    let laws = laws(load(&repository("content"), &mut Sink::new()).expect("the content"));
    let reader = Reader::new(&laws);
    let mut bare: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut pages, mut links) = (0, 0);
    for (path, bytes) in site::real().iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        let page = Path::new(path);
        let lang = if page.starts_with("en") { Lang::EN } else { Lang::ZH };
        pages += 1;
        links += html.matches("laws/").count();
        for run in runs(html) {
            for mention in reader.read_in(lang, &run.text, &Text::default(), &[]) {
                let sure = mention.law.is_some() && mention.certainty != Certainty::Inherited;
                if (sure || mention.certainty == Certainty::Unregistered)
                    && !run.open
                    && !settled(&mention, &run, page, &laws)
                {
                    bare.entry(page.display().to_string()).or_default().push(mention.text);
                }
            }
        }
    }
    println!("{pages} pages, {links} links to laws, {} pages with bare citations", bare.len());
    assert!(pages > 800 && links > 5000);
    assert!(bare.is_empty(), "{bare:#?}");
}

/// The page of a law tells where records cite it, and where their texts name it beyond that.
#[test]
fn what_a_record_cites_is_not_told_again_where_its_texts_name_it() {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), root.path());
    let duties = root.path().join("lists/shiqiao-market/duties.yaml");
    let text = std::fs::read_to_string(&duties).expect("the duties");
    // The duty itself cites Article 8; its accountability row Article 65.
    let named = "负责产品质量监督管理，见《产品质量法》第八条、第十条。";
    let text = text.replace("负责产品质量监督管理。", named);
    let named = "按《产品质量法》第八条、第十五条、第六十五条抽查，依照《产品质量法》执行";
    let text = text.replace("组织产品质量监督抽查", named);
    std::fs::write(&duties, text).expect("the duties");
    let mut sink = Sink::new();
    let mut sources = load(root.path(), &mut sink).expect("the content");
    let model = check(&mut sources, &mut sink).expect("a model");
    let graph = link(&model);
    let law = graph.law("product-quality-law").expect("the law");
    let told: Vec<(Part, &[Articles])> =
        graph.namings_of(law).map(|naming| (naming.record.part, &*naming.articles)).collect();
    let [ten, fifteen] = ["10", "15"].map(|article| [article.parse().expect("an article")]);
    let (duty, work_item) = (DutyId::new(0), WorkItemId::new(0));
    assert_eq!(told, [(Part::Duty(duty), &ten[..]), (Part::WorkItem(duty, work_item), &fifteen[..])]);
}
