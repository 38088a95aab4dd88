//! What lists answer in; one sentence of what they have in common and where they part out. The script of the page
//! says the same sentence for any other choice of lists.

use super::super::super::pen::Pen;
use super::column::{Answer, QUESTIONS};
use super::marks::Mark;

/// Up to how many laws the sentence names.
const NAMED: usize = 3;

/// The sentence, for the answers of each list and the marks of their items.
pub fn summary<'a>(pen: &Pen<'a>, lists: &[[Answer<'a>; QUESTIONS.len()]], marks: &[Vec<Vec<Mark>>]) -> String {
    let strings = pen.strings();
    let all = strings.integer(lists.len() as u64);
    let say = |key: &str, n: usize, more: &[(&str, &str)]| {
        let n = strings.integer(n as u64);
        strings.fill("compare_script", key, &[&[("n", n.as_str()), ("all", all.as_str())], more].concat())
    };
    let holding = |key: &str| {
        lists.iter().filter(|answers| answers[0].items.iter().any(|item| item.key.as_deref() == Some(key))).count()
    };
    let mut parts = vec![say("sum_office", holding("office"), &[]), say("sum_phone", holding("phone"), &[])];
    let laws = laws(lists, marks);
    match laws.iter().map(|(_, cited)| *cited).max() {
        None => {}
        Some(1) => parts.push(say("sum_no_law", 0, &[])),
        Some(most) => {
            let names = laws.iter().filter(|(_, cited)| *cited == most).take(NAMED).map(|(name, _)| *name);
            let names = names.collect::<Vec<_>>().join(pen.say("text", "list"));
            parts.push(say("sum_law", most, &[("laws", &names)]));
        }
    }
    let rates = || lists.iter().flatten().flat_map(|answer| &answer.items).filter_map(|item| item.rate);
    if let Some((least, most)) = rates().reduce(f64::min).zip(rates().reduce(f64::max)) {
        let key = if least == most { "sum_rate" } else { "sum_rates" };
        let (least, most) = (strings.number(least), strings.number(most));
        parts.push(say(key, 0, &[("min", &least), ("max", &most)]));
    }
    parts.join(pen.say("compare_script", "join")) + pen.say("compare_script", "end")
}

/// Every law that is cited, by name, with the number of lists that cite it, in the order of the page.
fn laws<'s>(lists: &'s [[Answer<'_>; QUESTIONS.len()]], marks: &[Vec<Vec<Mark>>]) -> Vec<(&'s str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    let Some(row) = QUESTIONS.iter().position(|question| *question == "laws") else { return found };
    for (answers, marks) in lists.iter().zip(marks) {
        let cited = answers[row].items.iter().zip(&marks[row]).filter(|(item, _)| item.href.is_some());
        for (item, mark) in cited {
            if !found.iter().any(|(name, _)| *name == item.text.text) {
                found.push((&item.text.text, mark.lists));
            }
        }
    }
    found
}
