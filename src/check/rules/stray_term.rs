//! An English text that departs from the list of terms.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model, Term};

use super::Rule;

static CODE: Code = Code {
    id: "E031",
    name: "stray-term",
    what: ["英文没有使用术语表里的译法", "an English text that departs from the list of terms"],
    why: [
        "同一个术语只用一种译法，读者和程序才知道说的是同一件事。网站有 terms.yaml 时才查：自己的术语是错误，程序自带的只作提醒。",
        "One term has one translation, so that readers and programs know that the same thing is meant. Asked only of a site with a terms.yaml: a term of its own is a fault, one that comes with the program a warning.",
    ],
    fix: [
        "改用术语表的译法；如果句子确实需要另一种形式，把术语连同这种形式写进 terms.yaml。",
        "Use the translation of the list; where the sentence really needs another form, add the term with this form to terms.yaml.",
    ],
    example: "name: {zh: 计量器具, en: Measuring tools}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    if model.terms.is_empty() {
        return;
    }
    let own = &model.terms[..model.origins.terms.min(model.terms.len())];
    traverse(model, &mut |node, spot| {
        // Notes speak about the paper in words of their own; the texts are what must agree.
        let (Node::Name(text) | Node::Label(text) | Node::Prose(text)) = node else { return };
        let (Some(zh), Some(en)) = (text.get(Lang::ZH), text.get(Lang::EN)) else { return };
        let lower = en.to_lowercase();
        for term in present(&model.terms, zh) {
            if term.en.iter().any(|form| lower.contains(&form.to_lowercase())) {
                continue;
            }
            let Some(wanted) = term.en.first() else { continue };
            let message = Message::new(
                format!("“{}”的英文不是“{wanted}”", term.zh),
                format!("the English of “{}” is not “{wanted}”", term.zh),
            );
            let help = Message::new(
                format!("用“{wanted}”，或把需要的形式加进 terms.yaml"),
                format!("write “{wanted}”, or add the form that is needed to terms.yaml"),
            );
            let place = if text.forms().count() == 1 { spot.place() } else { spot.inside(Lang::EN.as_str()) };
            // Terms that come with the program are advice.
            let diagnostic = match own.iter().any(|own| own.zh == term.zh) {
                true => Diagnostic::error(&CODE, place, message),
                false => Diagnostic::warning(&CODE, place, message),
            };
            sink.push(diagnostic.help(help));
        }
    });
}

/// The terms that a Chinese text has, each once; an occurrence inside a longer term is that term's.
fn present<'m>(terms: &'m [Term], zh: &str) -> Vec<&'m Term> {
    let mut found: Vec<&Term> = Vec::new();
    let mut rest = zh;
    while !rest.is_empty() {
        let longest = terms.iter().filter(|term| rest.starts_with(&*term.zh)).max_by_key(|term| term.zh.len());
        let step = match longest {
            Some(term) if !term.zh.is_empty() => {
                if !found.iter().any(|have| have.zh == term.zh) {
                    found.push(term);
                }
                term.zh.len()
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        rest = &rest[step..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::present;
    use crate::model::Term;

    #[test]
    fn the_longest_term_counts() {
        // An entry without a term, which is a fault of its own, is in no text.
        let terms = ["计量", "计量器具", "检定", ""].map(|zh| Term {
            zh: zh.into(),
            en: vec!["x".into()],
            note: None,
            plain: None,
        });
        let found = |zh| present(&terms, zh).iter().map(|term| term.zh.clone()).collect::<Vec<_>>();
        assert_eq!(found("计量器具检定"), ["计量器具", "检定"]);
        assert_eq!(found("计量工作"), ["计量"]);
        assert_eq!(found("标准化"), Vec::<String>::new());
    }
}
