//! What lists answer in; one sentence of what they have in common and where they part out. The script of the page
//! says the same sentence for any other choice of lists.

use std::collections::BTreeSet;

use super::super::super::page::Page;
use super::super::super::text::{TextView, escape};
use super::column::{AnswerItem, ListAnswer, QUESTIONS};
use super::marks::Mark;

/// Up to how many laws the sentence names.
const NAMED: usize = 3;

/// The sentence, for the answers of each list and the marks of their items; the laws it names are links.
pub fn summary<'a>(
    page: &Page<'a>,
    lists: &[[ListAnswer<'a>; QUESTIONS.len()]],
    marks: &[Vec<Vec<Mark>>],
) -> TextView<'a> {
    let strings = page.strings();
    let all = strings.integer(lists.len() as u64);
    let clause = |key: &str, n: usize, more: &[(&str, &str)]| {
        let n = strings.integer(n as u64);
        strings.fill("compare_script", key, &[&[("n", n.as_str()), ("all", all.as_str())], more].concat())
    };
    let holding = |key: &str| {
        lists.iter().filter(|answers| answers[0].items.iter().any(|item| item.key.as_deref() == Some(key))).count()
    };
    let mut parts = vec![clause("sum_office", holding("office"), &[]), clause("sum_phone", holding("phone"), &[])];
    let laws = laws(lists, marks);
    match laws.iter().map(|(_, cited)| *cited).max() {
        None => {}
        Some(1) => parts.push(clause("sum_no_law", 0, &[])),
        Some(most) => {
            let names = laws.iter().filter(|(_, cited)| *cited == most).take(NAMED).map(|(law, _)| link(law));
            let names = names.collect::<Vec<_>>().join(page.t("text", "list"));
            parts.push(clause("sum_law", most, &[("laws", &names)]));
        }
    }
    let rates = || lists.iter().flatten().flat_map(|answer| &answer.items).filter_map(|item| item.rate);
    if let Some((least, most)) = rates().reduce(f64::min).zip(rates().reduce(f64::max)) {
        let key = if least == most { "sum_rate" } else { "sum_rates" };
        let (least, most) = (strings.number(least), strings.number(most));
        parts.push(clause(key, 0, &[("min", &least), ("max", &most)]));
    }
    let differing = differing(lists, marks);
    if differing > 0 {
        parts.push(clause("sum_differs", differing, &[]));
    }
    let sentence = parts.join(page.t("compare_script", "join")) + page.t("compare_script", "end");
    TextView { html: true, ..TextView::plain(sentence) }
}

/// Of how many things the lists print different figures.
fn differing(lists: &[[ListAnswer<'_>; QUESTIONS.len()]], marks: &[Vec<Vec<Mark>>]) -> usize {
    let mut found: BTreeSet<(usize, &str)> = BTreeSet::new();
    for (answers, marks) in lists.iter().zip(marks) {
        for (row, (answer, marks)) in answers.iter().zip(marks).enumerate() {
            let keys = answer.items.iter().filter_map(|item| item.key.as_deref());
            found.extend(keys.zip(marks).filter(|(_, mark)| mark.differs).map(|(key, _)| (row, key)));
        }
    }
    found.len()
}

fn link(law: &AnswerItem<'_>) -> String {
    let mut out = String::from("<a href=\"");
    escape(law.href.as_deref().unwrap_or_default(), &mut out);
    out.push_str("\">");
    escape(&law.text.text, &mut out);
    out + "</a>"
}

/// Every law that is cited, under its name, with the number of lists that cite it, in the order of the page.
fn laws<'s>(
    lists: &'s [[ListAnswer<'_>; QUESTIONS.len()]],
    marks: &[Vec<Vec<Mark>>],
) -> Vec<(&'s AnswerItem<'s>, usize)> {
    let mut found: Vec<(&AnswerItem<'_>, usize)> = Vec::new();
    let Some(row) = QUESTIONS.iter().position(|question| *question == "laws") else { return found };
    for (answers, marks) in lists.iter().zip(marks) {
        let cited = answers[row].items.iter().zip(&marks[row]).filter(|(item, _)| item.href.is_some());
        for (item, mark) in cited {
            if !found.iter().any(|(law, _)| law.text.text == item.text.text) {
                found.push((item, mark.lists));
            }
        }
    }
    found
}
